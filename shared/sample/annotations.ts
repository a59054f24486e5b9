import type { Pigment } from '../model/theme'
import { ESSAY } from './essay'
import { PRESS_REPORT } from './press-report'
import { SPEECH } from './speech'

/** A theme of the sample project, with the themes under it. */
export interface SampleTheme {
  readonly name: string
  readonly colour: Pigment
  readonly description: string
  readonly themes?: readonly SampleTheme[]
}

/** A highlight of the sample project, found in its document by its words. */
export interface SampleHighlight {
  /** The document's file name. */
  readonly file: string
  /** Words that stand only once in the document. */
  readonly quote: string
  /** Names of themes; each name is there once in the whole tree. */
  readonly themes: readonly string[]
  /** Markdown. */
  readonly note?: string
}

/** A note about a theme or about the project. */
export interface SampleNote {
  readonly about: { readonly theme: string } | 'project'
  readonly text: string
}

/** The tree of themes: three groups, all eight pigments. */
export const THEMES: readonly SampleTheme[] = [
  {
    name: '修辞 Rhetoric',
    colour: 'cinnabar',
    description: '话是怎样说的。How it is said.',
    themes: [
      {
        name: '套语 Set phrases',
        colour: 'cinnabar',
        description: '多篇文字共用、几乎一字不改的说法。Phrases that several texts share almost to the letter.',
      },
      {
        name: '比喻 Metaphor',
        colour: 'azurite',
        description: '以港口、身体、工具说政事。Ports, bodies and tools that stand for government.',
      },
      {
        name: '数目与排比 Numbers and parallels',
        colour: 'gamboge',
        description: '一二三、既又更：用整齐的句式立论。Argument by counting and by symmetry.',
      },
    ],
  },
  {
    name: '主张 Claims',
    colour: 'malachite',
    description: '话说了什么。What is said.',
    themes: [
      { name: '发展 Development', colour: 'malachite', description: '港口、产业、营商环境。' },
      { name: '干部作风 Conduct of officials', colour: 'rouge', description: '落实、担当、形式主义。' },
      { name: '民生 Livelihood', colour: 'ochre', description: '群众在文中何时出现、以什么身份出现。' },
    ],
  },
  {
    name: '读法 Reading',
    colour: 'indigo',
    description: '关于阅读本身。On reading itself.',
    themes: [
      { name: '批注 Marginalia', colour: 'indigo', description: 'Marks, margins and the people who make them.' },
      { name: '复现 Recurrence', colour: 'rosewood', description: 'What comes again, and what that tells the reader.' },
    ],
  },
]

/** The highlights, by document; some overlap. */
export const HIGHLIGHTS: readonly SampleHighlight[] = [
  { file: SPEECH.name, quote: '桥头堡不是一块牌子，而是一副担子。', themes: ['比喻 Metaphor'] },
  {
    file: SPEECH.name,
    quote: '“总量不大、质量不高、后劲不足”的问题仍然突出：港口吞得进、吐得出，却留不住',
    themes: ['发展 Development', '数目与排比 Numbers and parallels'],
  },
  {
    file: SPEECH.name,
    quote: '港口吞得进、吐得出，却留不住；企业来得多、走得也多；老城区一下雨就“看海”，群众意见很大。',
    themes: ['民生 Livelihood'],
    note: '三个分句由港口而企业、由企业而老城区，句子越说越短，离群众越近。“看海”是网民的话，在全篇的公文语言里格外显眼。',
  },
  { file: SPEECH.name, quote: '获得感、幸福感、安全感', themes: ['套语 Set phrases', '民生 Livelihood'] },
  {
    file: SPEECH.name,
    quote: '算经济账，更要算生态账、长远账',
    themes: ['数目与排比 Numbers and parallels', '发展 Development'],
  },
  { file: SPEECH.name, quote: '刀刃向内减环节，让数据多跑路、让群众少跑腿', themes: ['套语 Set phrases'] },
  {
    file: SPEECH.name,
    quote: '不能各吹各的号、各唱各的调',
    themes: ['套语 Set phrases', '干部作风 Conduct of officials'],
  },
  {
    file: SPEECH.name,
    quote: '少一些“材料里的政绩”，多一些“码头上的脚印”',
    themes: ['干部作风 Conduct of officials', '比喻 Metaphor'],
  },
  { file: SPEECH.name, quote: '一任接着一任干，一张蓝图绘到底', themes: ['套语 Set phrases'] },
  {
    file: PRESS_REPORT.name,
    quote: '盆裡的花開得好不好,就是我們工作做得好不好的一把尺子',
    themes: ['比喻 Metaphor', '民生 Livelihood'],
    note: '全文唯一有名有姓的居民，唯一的一件小物。先有**盆**，后有**尺子**：记者替讲话找到了比喻。',
  },
  { file: PRESS_REPORT.name, quote: '獲得感、幸福感、安全感', themes: ['套语 Set phrases', '民生 Livelihood'] },
  {
    file: PRESS_REPORT.name,
    quote: '隻要大家擔當實干、久久為功,一張藍圖繪到底,一任接著一任干,瀾州就一定能夠后來居上。',
    themes: ['干部作风 Conduct of officials'],
  },
  { file: PRESS_REPORT.name, quote: '一張藍圖繪到底,一任接著一任干', themes: ['套语 Set phrases'] },
  {
    file: PRESS_REPORT.name,
    quote: '讓海風變成電、讓海水變成藥、讓海景變成錢',
    themes: ['数目与排比 Numbers and parallels', '发展 Development'],
  },
  { file: PRESS_REPORT.name, quote: '少看“盆景”,多看“風景”背后的問題', themes: ['比喻 Metaphor'] },
  {
    file: ESSAY.name,
    quote:
      'A margin is a small estate held in common, and the first person to cultivate it acquires a right that no later owner quite extinguishes.',
    themes: ['批注 Marginalia', '比喻 Metaphor'],
  },
  {
    file: ESSAY.name,
    quote: "Repetition is the text's own way of underlining.",
    themes: ['复现 Recurrence'],
    note: 'The sentence to keep beside the two speeches: search for 一張藍圖 / 一张蓝图 and see what each of them underlines.',
  },
  {
    file: ESSAY.name,
    quote: 'A phrase that everybody uses is not a phrase that nobody means.',
    themes: ['套语 Set phrases', '复现 Recurrence'],
  },
]

/** Notes that belong to no single passage. */
export const NOTES: readonly SampleNote[] = [
  {
    about: { theme: '套语 Set phrases' },
    text: '同一套语在两地的用法：\n\n- 临江：“一任接着一任干”在前，“一张蓝图绘到底”在后；\n- 瀾州：次序正好相反。\n\n次序不同，着重点是否也不同？',
  },
  {
    about: 'project',
    text: '# About this sample\n\nThree texts written for Pingdian: a speech in Simplified Chinese, a press report in Traditional Chinese, and an English essay. The cities and persons are invented. Mark what you like; everything can be undone.',
  },
]
