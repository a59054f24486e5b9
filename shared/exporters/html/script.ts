/**
 * What an exported page does: shows the passages of one theme (and of those under it), and shows beside each other a
 * passage and what is said about it. It writes nothing and asks nobody. Plain JavaScript, for every browser since 2020.
 */
export const PAGE_SCRIPT = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const list = (element, name) => (element.dataset[name] || '').split(' ').filter(Boolean)
  const cards = new Map(all('.card').map((card) => [card.id.slice(1), card]))
  const marks = all('mark')
  const marksOf = new Map()
  for (const mark of marks) for (const number of list(mark, 'h')) marksOf.set(number, [...(marksOf.get(number) || []), mark])
  const theme = document.getElementById('theme')
  const shown = document.getElementById('shown')
  const filter = () => {
    const wanted = theme.value
    const off = new Set()
    for (const [number, card] of cards) {
      const fits = wanted === '' || list(card, 't').includes(wanted)
      card.hidden = !fits
      if (!fits) off.add(number)
    }
    for (const mark of marks) mark.classList.toggle('off', list(mark, 'h').every((number) => off.has(number)))
    for (const each of all('[data-sections]')) each.hidden = wanted !== '' && !list(each, 'sections').includes(wanted)
    shown.textContent = String(cards.size - off.size)
  }
  if (theme) theme.addEventListener('change', filter)
  if (theme) filter()
  const at = (numbers, on) => {
    for (const number of numbers) {
      cards.get(number)?.classList.toggle('at', on)
      for (const mark of marksOf.get(number) || []) mark.classList.toggle('at', on)
    }
  }
  const numbersOf = (target) => {
    const mark = target.closest?.('mark')
    const card = target.closest?.('.card')
    return mark ? list(mark, 'h') : card ? [card.id.slice(1)] : []
  }
  for (const [enter, leave] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
    document.addEventListener(enter, ({ target }) => at(numbersOf(target), true))
    document.addEventListener(leave, ({ target }) => at(numbersOf(target), false))
  }
})()`
