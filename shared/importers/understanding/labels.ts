import type { Debris, MetadataField } from '../../model/document'
import { anyOf, pattern, words } from './folded'

/** What the words after a label are. */
type ValueKind = 'words' | 'names' | 'date' | 'address' | 'title' | 'number'

/** A word that says, before a colon, what follows it. */
export interface Label {
  /** The field it fills; null for what pages give and Pingdian has no field for. */
  readonly field: MetadataField | null
  readonly value: ValueKind
  readonly debris: Debris
  /** Of several values for one field the one with the smallest rank is believed. */
  readonly rank: number
  /** The name under which a value is kept that no field takes. */
  readonly other?: string
  /** Whether the words may also stand for something in the text itself, where people speak or are listed. */
  readonly doubtful?: boolean
  /** Whether a text may have such a line too, so that something beside it must bear it out. */
  readonly weak?: boolean
}

const label = (field: Label['field'], value: ValueKind, debris: Debris, more: Partial<Label> = {}): Label => ({
  field,
  value,
  debris,
  rank: 1,
  ...more,
})

/** Labels by the words that stand for them; Chinese characters of a label may be spread with spaces. */
const LABELS: readonly (readonly [Label, string])[] = [
  [
    label('source', 'words', 'byline'),
    '来源 來源于 文章来源 稿件来源 信息来源 新闻来源 消息来源 本文来源 文章出处 出处 稿源 转自 转载自 摘自 选自 原载 来源媒体 供稿单位 供稿 发布单位 发布机构 信息提供 source sources via source_url 出典 引用元 提供 配信元 情報源 ソース المصدر مصدر 출처 источник quelle fuente fonte',
  ],
  [label('source', 'words', 'byline', { rank: 6, weak: true }), 'from'],
  [label('place', 'words', 'byline', { weak: true }), 'location venue'],
  [label('source', 'words', 'byline', { rank: 4 }), '发文机关 发文单位 发布机关 制发机关 发文机构'],
  [
    label('author', 'names', 'byline'),
    '作者 文章作者 本文作者 原作者 撰文 撰稿 撰稿人 文 文字 署名 author authors by written_by words_by text_by 著者 筆者 執筆 執筆者 文責 الكاتب بقلم كتب كتبت 글 글쓴이 автор текст autor autora auteur',
  ],
  [label('author', 'names', 'byline', { rank: 4 }), 'writing writing_by'],
  [
    label('reporter', 'names', 'byline', { doubtful: true }),
    '记者 本报记者 本网记者 特约记者 本刊记者 采写 采写记者 文字记者 采访记者 报道 报道记者 文/记者 文/本报记者 reporter reported_by reporting reporting_by 取材 取材・文 المراسل 기자 취재',
  ],
  [
    label('editor', 'names', 'editor', { doubtful: true }),
    '责编 责任编辑 本版责编 责任编辑人 编辑 本文编辑 文章编辑 本期编辑 本版编辑 网络编辑 值班编辑 执行编辑 新媒体编辑 微信编辑 编校 责任编校 组稿编辑 文字编辑 编发 编审 editor edited_by editing editing_by 編集 編集者 編集担当 تحرير المحرر 편집 редактор redaktion',
  ],
  [
    label('date', 'date', 'byline'),
    '发布 出版 发布时间 发布日期 发表时间 发表日期 发表于 发布于 刊发时间 刊登时间 发稿时间 报道时间 出版时间 出版日期 发文时间 文章日期 信息时间 首发时间 published published_on published_at published_date publication_date date_published first_published posted posted_on posted_at date_posted 公開日 公開日時 公開 掲載日 掲載 掲載日時 投稿日 配信 配信日時 配信日 発表日 تاريخ_النشر نشر نشر_في نشر_بتاريخ 입력 등록 게재 송고 송고시간 опубликовано veröffentlicht veröffentlicht_am publié publié_le publicado',
  ],
  [
    label('date', 'date', 'byline', { rank: 2, weak: true }),
    '时间 日期 上传时间 添加时间 录入时间 入库时间 编辑时间 创建时间 印发日期 公布日期 date 日付 日時 التاريخ بتاريخ 날짜 дата datum fecha delivered_on',
  ],
  [
    label('date', 'date', 'byline', { rank: 3 }),
    '成文日期 发文日期 成文时间 更新时间 更新日期 更新于 修改时间 最后更新 最近更新 最后修改 更新 updated updated_on last_updated last_updated_on last_modified modified 更新日 更新日時 最終更新 最終更新日 آخر_تحديث تحديث 수정 최종수정 обновлено mis_à_jour mis_à_jour_le aktualisiert aktualisiert_am',
  ],
  [
    label('section', 'words', 'byline'),
    '栏目 所属栏目 频道 所属频道 版面 版次 信息分类 文章分类 section category categories filed_under カテゴリ カテゴリー 분류',
  ],
  [
    label('title', 'title', 'byline', { weak: true }),
    '标题 题目 文章标题 信息名称 文件名称 title headline タイトル 件名 العنوان',
  ],
  [
    label(null, 'title', 'source'),
    '原标题 原题 原文标题 原题为 原文题目 original_title originally_titled originally_published_as 原題 العنوان_الأصلي',
  ],
  [
    label('url', 'address', 'source'),
    '原文链接 原文地址 原文网址 本文链接 本文地址 文章链接 文章地址 链接 链接地址 本页地址 网址 来源网址 转载网址 url link permalink original_link source_link retrieved_from available_at 記事url رابط الرابط رابط_المقال',
  ],
  [label(null, 'names', 'byline', { other: '通讯员' }), '通讯员 特约通讯员 通联'],
  [
    label(null, 'names', 'byline', { other: '摄影' }),
    '摄影 摄影记者 摄 图 图片 配图 供图 摄影报道 图片来源 图源 题图 photo photos photo_by photos_by photographs_by photo_credit image image_credit credit 写真 撮影 تصوير الصورة 사진 фото',
  ],
  [label(null, 'names', 'byline', { other: '译者' }), '译者 翻译 编译 translator translated_by 翻訳 訳 ترجمة 번역'],
  [
    label(null, 'names', 'editor'),
    '审核 校对 责任校对 审校 复审 终审 初审 一审 二审 三审 审签 签发 监制 总监制 制片 制作 出品 出品人 策划 总策划 统筹 总统筹 美编 美术编辑 图片编辑 图文编辑 视频编辑 视觉 版式 排版 版面设计 海报 海报设计 设计 主编 总编 总编辑 副总编辑 值班主任 值班编委 值班总编 值班总编辑 运营 剪辑 视频 配音 主播 责任主编 实习编辑 实习生 制图 绘图 编导 责任监制 发布人 录入 录入员 录入者 上传者 上传 供稿人 投稿人 contributing contributors fact-checked_by produced_by 校正 校閲 تدقيق_لغوي',
  ],
  [
    label(null, 'words', 'byline'),
    '主题词 分类 体裁 体裁分类 组配分类 服务对象 公开方式 公开形式 公开范围 公开时限 公开属性 公文种类 有效性 效力状态 时效性 生效日期 生效时间 失效日期 废止日期 实施日期 文件编号 统一编号 统一登记号 信息类别 信息来源单位 公文类型 内容概述 信息公开类别 所属机构 所属主题 备注/文号',
  ],
  [label(null, 'words', 'byline', { other: '索引号' }), '索引号 信息索引号'],
  [label(null, 'words', 'byline', { other: '主题分类' }), '主题分类'],
  [label(null, 'number', 'byline', { other: '发文字号' }), '发文字号 文号 文件号 发文号 发文文号'],
  [
    label(null, 'words', 'navigation'),
    '推荐访问 关键词 关键字 相关字词 标签 文章标签 本文标签 相关标签 相关专题 所属专题 tags tag topics keywords filed_in タグ キーワード الوسوم الكلمات_المفتاحية 태그 теги ключевые_слова',
  ],
]

const spread = (word: string): string =>
  /^\p{sc=Han}+$/u.test(word) ? [...word].join(' {0,8}') : word.replace(/ /g, '\\s').replace(/[/.]/g, '\\$&')
const ends = (word: string): string => (/[a-zа-я\u0600-\u06ff가-힣]$/u.test(word) ? '(?![\\p{L}\\p{M}])' : '')
const sourceOf = (list: readonly string[]): string => anyOf(list.map((word) => spread(word) + ends(word)))

const ALL = LABELS.flatMap(([, list]) => words(list))
/** A label, wherever it stands, with the sign after it: 来源： 作者丨 文/ Source: */
const LABEL = pattern(
  `(?:本报|本网|本刊|本站|本文|本期|\\()?(${sourceOf(ALL)})(\\s{0,3})([:|丨/】\\]]|(?<=\\s)-(?=\\s|$)|$)`,
  'y',
)
/** These need no sign before their value when it is names or a date: 责任编辑 张三, Published 5 March 2022, By Ann Lee. */
const BARE = words(
  '责编 责任编辑 编辑 校对 审核 责任校对 作者 记者 本报记者 本网记者 特约记者 本刊记者 通讯员 摄影 撰文 撰稿 采写 发布于 发表于 更新于 编辑于 文章来源 转载自 by written_by reported_by reporting_by edited_by editing_by published published_on posted posted_on updated last_updated last_modified updated_on writing_by 입력 등록 수정 송고시간 publié_le mis_à_jour_le veröffentlicht_am aktualisiert_am обновлено опубликовано translated_by photo_by photos_by بقلم كتب كتبت نشر_في تحرير par von por',
)
const WITHOUT_SIGN = pattern(`(?:本报|本网|新华社|(?:[一-龥]{2,8}))?(${sourceOf(BARE)})(\\s{0,3})(?=[^\\s:|/])`, 'y')

const BY_WORD = new Map<string, Label>(
  LABELS.flatMap(([each, list]) => words(list).map((word) => [key(word), each] as const)),
)
for (const word of ['par', 'von', 'por']) BY_WORD.set(word, label('author', 'names', 'byline'))
BY_WORD.set(key('编辑于'), label('date', 'date', 'byline', { rank: 3 }))
function key(word: string): string {
  return pattern(word.replace(/\s/g, '').replace(/[/.]/g, '\\$&')).source
}

/** A label as it stands in a line, and where its value begins: UTF-16 offsets. */
export interface FoundLabel {
  readonly label: Label
  readonly start: number
  readonly end: number
  /** Whether a sign (a colon, a bar, a stroke) stands behind it. */
  readonly signed: boolean
}

/** The characters with which labels begin: most places in a line are told apart by them. */
const BEGINNINGS = new Set([...ALL.map((word) => pattern(word[0] as string).source), ...words('本 (')])

/** The label with a sign after it that begins at an offset of a folded line; undefined when none does. */
export function signedLabelAt(line: string, at: number): FoundLabel | undefined {
  if (!BEGINNINGS.has(line[at] as string) || isInsideWord(line, at)) return undefined
  return found(LABEL, line, at)
}

/** The label that begins at an offset of a folded line, with a sign after it or without; undefined when none does. */
export function labelAt(line: string, at: number): FoundLabel | undefined {
  if (isInsideWord(line, at)) return undefined
  return signedLabelAt(line, at) ?? found(WITHOUT_SIGN, line, at)
}

const isInsideWord = (line: string, at: number): boolean =>
  at > 0 && /[\p{L}\p{M}]/u.test(line[at] ?? '') && /[a-zа-я\u0600-\u06ff]/u.test(line[at - 1] as string)

/** Verbs as well: without a sign, a name stands apart from them. */
const VERBS = new Set(words('编辑 校对 审核 撰文 撰稿 采写').map((word) => pattern(word).source))

function found(expression: RegExp, line: string, at: number): FoundLabel | undefined {
  expression.lastIndex = at
  const match = expression.exec(line)
  if (expression === WITHOUT_SIGN && match?.[2] === '' && VERBS.has(match[1] as string)) return undefined
  const each = match && BY_WORD.get(key(match[1] as string))
  if (!match || !each) return undefined
  const signed = match[3] !== undefined && match[3] !== ''
  return { label: each, start: at, end: at + match[0].length, signed }
}
