import { expect, test } from 'vitest'
import { readDocument } from '../index'

/** Texts of many kinds without a page around them. Much in them looks like a page's words. */
const TEXTS: Readonly<Record<string, string>> = {
  'a Chinese story with headings that are words of pages': `分享

他把糖分给每一个孩子，自己一颗也没留。来源于生活的快乐，从来不用标价。

收藏

她把旧报纸一张张收好，装进木箱。那是她三十年的青春，也是编辑部的故事。

广告

墙上刷着褪色的广告，字迹已经认不清了。他站了很久，像在读一封旧信。

更多的路

“下一页呢？”孩子问。“下一页还没有写。”他说。`,
  'an interview, question by question': `记者：您好，请问您是怎样开始写作的？

作家：说来话长。那时候我在编辑部当编辑，白天看稿，晚上写稿。

记者：谢谢您。

作家：不客气。

编辑：那么最后一个问题，您对年轻作者有什么建议？

作家：多读，慢写。`,
  'a speech with greetings and thanks': `同志们：

今天我们在这里开会，目的只有一个，就是把工作抓实抓好。下面我讲三点。

一、统一思想

要把思想统一到会议精神上来，切实增强紧迫感。

二、狠抓落实

要一件一件地抓，一项一项地落实。

我就讲这么多，谢谢大家！`,
  'a letter with its place, name and day': `亲爱的朋友：

展信佳。江南已是梅雨时节，屋檐下的水珠终日不断，我在灯下读你寄来的书。

盼你有空来住几日。

此致
敬礼

友 望舒
2022年6月18日`,
  'a diary': `2021年3月5日

今天下雨，没有出门。把旧书翻出来晒了晒，霉味满屋。

2021年3月6日

放晴了。去了一趟书店，买到一本想了很久的书。

2021年3月7日

朋友来访，谈到深夜方散，窗外星斗满天。`,
  'a notice with contacts': `关于举办读书会的通知

各单位：

为丰富职工文化生活，定于近期举办读书会，现将有关事项通知如下。

时间：3月5日上午9时
地点：三楼会议室
主办单位：工会
联系人：张三
联系电话：0700-1234567

请各单位积极组织参加，并做好相关准备工作。

附件：报名表

临江市总工会
2022年3月1日`,
  'a law that forbids': `第一条 为了保护文学、艺术和科学作品作者的著作权，制定本办法。

第二条 未经著作权人许可，不得复制、转载其作品，法律另有规定的除外。

第三条 转载作品应当注明作者和来源，不得侵犯著作权人的其他权利。

第四条 本办法自2022年1月1日起施行。`,
  'a report that cites its sources': `调查报告

一、背景

据《临江日报》报道，去年全市新建书屋十二座。数据来源：市统计局年度公报，截至2021年12月。

二、结论

以上意见仅供参考，不妥之处，请批评指正。`,
  'a poem': `江边

风从江上来
带着去年的雪
船都系在岸边
像一些没有写完的信`,
  'a play': `第一场

（灯亮。客厅。）

母亲：谁来了？
儿子：是我。
母亲：把门关上。
儿子：外面下雨了。`,
  'an essay in English': `On Sharing

Share

He shared the bread without counting. It is the only arithmetic I have ever envied, and he had never been taught it.

Read

By lamplight she read until the oil was gone. The source of the river, she said, is always further up than the map allows.

Print

The printer kept his type in cigar boxes. Editors came and went; the boxes stayed where they were.`,
  'a novel in English, with letters and a list': `Chapter One

It was the best of mornings, and nobody had noticed. The milk stood on the step, and the cat had not yet found it.

"By whom was it published?" asked the old man.

"By no one, as far as I know."

MARCH

The rains came early that year, and with them the subscribers, wet and cross and wanting their money back.`,
  'a story in Japanese': `余白

彼は本の余白に小さな字を書いた。誰にも読まれないはずの言葉だった。

記事にはならない出来事ばかりが、彼の毎日を満たしていた。保存された手紙は一通もない。

「次のページは」と子どもが聞いた。「まだ書いていない」と彼は答えた。`,
  'a story in Arabic': `الهامش

كان يكتب في هامش الكتاب بخط صغير كلمات لا يقرؤها أحد سواه، ثم يغلق الكتاب وينسى ما كتب.

قالت له أمه: من كتب هذا؟ فلم يجب، ونظر إلى النافذة طويلا.

كانت المكتبة في آخر الشارع، وكان مصدر الضوء الوحيد في تلك الليلة.`,
  'a scholarly article with notes': `论批注

一、眉批

眉批位于书眉，字数不拘，多为总论一段之大意，与旁批不同。

二、旁批

旁批在行间，随文而下，长短不一，往往只有一两个字。

参考文献
[1] 许望之. 读书札记研究[M]. 临江: 临江大学出版社, 1998.
[2] 白露. 眉批考[J]. 临江学刊, 2004(2): 12-19.`,
  'a recipe in German': `Apfelkuchen

Den Teig kneten und eine Stunde ruhen lassen. Die Äpfel schälen und in Spalten schneiden, nicht zu dünn.

Von Hand geht es am besten. Datum und Uhrzeit spielen keine Rolle, solange der Ofen heiß ist.`,
}

test.each(Object.keys(TEXTS))('%s has no debris', async (name) => {
  const { blocks } = await readDocument({ name: 'text.txt', bytes: new TextEncoder().encode(TEXTS[name]) }, {})
  expect(blocks.flatMap(({ debris, text }) => (debris ? [`${debris}: ${text}`] : []))).toEqual([])
})

test.each(Object.keys(TEXTS))('%s names nobody who did not write, report or edit it', async (name) => {
  const { metadata } = await readDocument({ name: 'text.txt', bytes: new TextEncoder().encode(TEXTS[name]) }, {})
  const { author, reporter, editor, source } = metadata
  expect({ author, reporter, editor, source }).toEqual({})
})
