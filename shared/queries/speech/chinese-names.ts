import { fold } from '../fold'

/** As patterns and names are compared: script and width do not matter, the shape of quotation marks does. */
export const folded = (text: string): string => fold(text, { quotes: false, case: false })

const SURNAMES = folded(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝鹿丘赖劳凤麹雍習习林',
)
const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '令狐',
  '慕容',
  '尉迟',
  '长孙',
  '夏侯',
  '端木',
  '公孙',
].map(folded)

/** Words that end a post or a role before a name, and titles that stand behind one. */
const TITLES =
  '总书记|书记|主席|总统|总理|首相|省长|市长|县长|区长|乡长|镇长|村长|州长|部长|局长|厅长|处长|科长|司长|署长|会长|校长|院长|所长|社长|行长|庭长|外长|防长|秘书长|组长|队长|站长|馆长|主任|委员|常委|理事长|董事长|总裁|总经理|经理|司令|政委|将军|上将|教授|院士|研究员|博士|医生|老师|律师|法官|大使|特首|代表|主编|总编辑|工程师|先生|女士|同志'
const ROLES =
  '发言人|负责人|领导|干部|记者|通讯员|专家|学者|作家|导演|演员|村民|居民|老人|学生|工人|农民|群众|成员|人员|员|师|者|手|农|户|民|长|官|主播|主持人|嘉宾|乡亲|妻子|丈夫|父亲|母亲|儿子|女儿'
const title = new RegExp(`(?:副|代)?(?:${folded(TITLES)})$`, 'u')
const post = new RegExp(`(?:${folded(`${TITLES}|${ROLES}`)})$`, 'u')
const role = new RegExp(
  `(?:${folded('发言人|负责人|专家|学者|记者|村民|居民|群众|老师|工作人员|代表|主持人|书记|主席|主任|市长|省长|县长|部长|局长')})$`,
  'u',
)
const organisation = new RegExp(
  `(?:${folded('外交部|国防部|商务部|部|委|委员会|省委|市委|县委|区委|党委|党组|办公室|局|厅|院|政府|当局|法院|公司|集团|组织|大学|协会|联合国|中央|国务院|会议|全会|大会|座谈会|通知|意见|报告|文件|公报|决议|决定|声明|社论|文章|报道|评论|条例|规定|方案|纲要|白皮书|讲话|来信|信中|法国|美国|中方|美方|日方|俄方|双方|警方|校方|院方|军方|官方')})$`,
  'u',
)
/** After these a name may begin that nothing else sets off: the day, the place, `的`. */
const BEFORE_NAME = new RegExp(`(?:${folded('的|日|天|午|晚|年|村|组|镇|乡|社区|台|报|叫|是|由')}|[)）\\s])$`, 'u')
const SHORT_NAME = /^\p{sc=Han}{2,3}$/u

const isSurname = (sign: string | undefined): boolean => sign !== undefined && SURNAMES.includes(sign)

/** Whether all of a folded text is a Chinese name by its looks: a surname and one or two characters. */
export const isName = (text: string): boolean =>
  (SHORT_NAME.test(text) && isSurname(text[0]) && !post.test(text)) ||
  (/^\p{sc=Han}{3,4}$/u.test(text) && COMPOUND.some((surname) => text.startsWith(surname)))

/** Whether a post or a role ends here. */
export const endsWithPost = (text: string): boolean => post.test(text)

/** Who is named at the end of a clause, as places in it. */
export interface NamedAtEnd {
  /** The name itself: UTF-16 offsets into the clause. */
  readonly start: number
  readonly end: number
  /** A title behind the name that is not part of it (习近平总书记): where it ends. */
  readonly titleEnd: number
  /** person: a name; body: an organisation, a meeting, a document; role: someone without a name. */
  readonly kind: 'person' | 'body' | 'role'
  readonly confidence: number
}

/** The speaker that a folded clause ends with; undefined where there is none by its looks. */
export function namedAtEnd(clause: string, known: ReadonlySet<string>): NamedAtEnd | undefined {
  const titled = title.exec(clause)
  if (titled && titled.index > 0) {
    const before = clause.slice(0, titled.index)
    const person = personAtEnd(before, known)
    if (person) return { ...person, titleEnd: clause.length }
    const sign = before.at(-1)
    if (
      isSurname(sign) &&
      (before.length === 1 || endsWithPost(before.slice(0, -1)) || organisation.test(before.slice(0, -1)))
    ) {
      return { start: before.length - 1, end: clause.length, titleEnd: clause.length, kind: 'person', confidence: 0.75 }
    }
  }
  const person = personAtEnd(clause, known)
  if (person) return { ...person, titleEnd: person.end }
  const foreign = /[\p{sc=Han}]{1,8}(?:[·・•][\p{sc=Han}]{1,10}){1,3}$/u.exec(clause)
  if (foreign) return whole(clause, foreign.index, 'person', 0.8)
  const start = bodyStart(clause)
  if (clause.length - start < 2 || clause.length - start > 24) return undefined
  if (organisation.test(clause)) return whole(clause, start, 'body', 0.65)
  if (role.test(clause)) return whole(clause, start, 'role', 0.55)
  return undefined
}

const whole = (clause: string, start: number, kind: NamedAtEnd['kind'], confidence: number): NamedAtEnd => ({
  start,
  end: clause.length,
  titleEnd: clause.length,
  kind,
  confidence,
})

/** Where the name of a body begins: behind a date or a place in time. */
const bodyStart = (clause: string): number =>
  /^(?:(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}日|今天|昨天|日前|近日|目前|当天|当日)(?:上午|下午|晚)?/u.exec(clause)?.[0]
    .length ?? 0

function personAtEnd(clause: string, known: ReadonlySet<string>): Omit<NamedAtEnd, 'titleEnd'> | undefined {
  const at = (length: number) => ({ start: clause.length - length, end: clause.length, kind: 'person' as const })
  for (const length of [4, 3, 2, 6, 5, 7, 8])
    if (known.has(clause.slice(-length)) && clause.length >= length) return { ...at(length), confidence: 0.95 }
  for (const length of [4, 3, 2]) {
    const name = clause.slice(-length)
    if (clause.length < length || !isName(name)) continue
    const before = clause.slice(0, -length)
    if (before === '' || endsWithPost(before)) return { ...at(length), confidence: before === '' ? 0.85 : 0.9 }
    if (BEFORE_NAME.test(before) || organisation.test(before)) return { ...at(length), confidence: 0.7 }
  }
  return undefined
}
