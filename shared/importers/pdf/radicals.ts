/**
 * The radicals U+2E81–U+2EF3, each followed by the ideograph it stands for: Unicode's property
 * Equivalent_Unified_Ideograph (EquivalentUnifiedIdeograph-15.0.0.txt, unicode.org/Public/15.0.0/ucd).
 */
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔' +
  '⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门' +
  '⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const IDEOGRAPHS: ReadonlyMap<string, string> = new Map(
  [...SUPPLEMENT.matchAll(/(.)(.)/gu)].map((pair) => [pair[1] as string, pair[2] as string]),
)

const RADICALS = /[\u2e80-\u2eff\u2f00-\u2fd5]/gu

/** U+2F3E: its normal form is the traditional 戶, but in a Simplified text it was 户. */
const DOOR = '⼾'

/**
 * `text` with the ideographs that programs wrote into PDF files as radicals, because the font draws both alike
 * (⾸⻚ for 首页): Kangxi radicals by their compatibility form (NFKC), the supplement by the table above.
 */
export function withoutRadicals(text: string, simplified: boolean): { text: string; repaired: number } {
  let repaired = 0
  const unified = text.replace(RADICALS, (radical) => {
    const ideograph =
      radical === DOOR && simplified ? '户' : (IDEOGRAPHS.get(radical) ?? (radical.normalize('NFKC') as string))
    if (ideograph !== radical) repaired += 1
    return ideograph
  })
  return { text: unified, repaired }
}
