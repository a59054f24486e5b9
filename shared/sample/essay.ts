/** An English essay on reading with a pencil, written for Pingdian. */
export const ESSAY = {
  name: 'The Pencil in the Margin.md',
  text: `---
title: The Pencil in the Margin
author: E. M. Harcourt
date: 2019-03
tags: [marginalia, close reading]
lang: en
---

# The Pencil in the Margin

There is a kind of reader who cannot read without a pencil. I do not mean the student who underlines because an examination is coming, or the editor who is paid by the comma. I mean the person who, settled in a chair with nothing to gain, finds on the third page that the hand has gone looking along the table by itself. Deprived of a pencil, such a reader will fold a corner, score the paper with a thumbnail, or, in extremity, read the sentence aloud to the cat. Something has been said, and it seems discourteous not to answer.

For that is what a mark in the margin is: an answer. The page speaks first and at length; the margin is where it stops to draw breath. Printers, who are practical people, will tell you that margins exist so that thumbs need not cover the words. But anyone who has opened an old book from a good library knows better. A margin is a small estate held in common, and the first person to cultivate it acquires a right that no later owner quite extinguishes.

## I. What the line cannot do

The simplest mark is the line under the words, and it is a more ambiguous thing than it looks. It says only *here*. It does not say whether the reader was delighted or appalled, whether the sentence was to be quoted, contested or merely found again before supper. I own a copy of a once famous treatise in which a previous reader has underlined, with a ruler, very nearly everything. One feels for him. To mark everything is to confess that one has not yet begun to read; it is the habit of a man who photographs his whole dinner and goes to bed hungry.

To underline less, one must ask more. Why this sentence and not its neighbour? What does it do that the others leave undone? The moment the question is put, the line under the words begins to want a word beside it. That word, however short, is the beginning of criticism. *No*, says the margin. *Cf. ch. 2. Again! Who says?* A whole education might be conducted in those four remarks.

## II. The same thing, said twice

Close reading is sometimes described as though it were a matter of eyesight, and the close reader as a sort of jeweller, bent over a single stone. But what the patient eye mostly discovers is not the singular thing. It is the thing that comes again. A word turns up on the first page and we do not notice; it turns up on the ninth and we half notice; on the fortieth we go back, a little ashamed, and there it was all along, waiting in plain sight like a servant in a comedy. Repetition is the text's own way of underlining.

This is as true of bad prose as of good, and the honest reader will not despise the former. The speech made of ready phrases, the report in which every effort is unremitting and every foundation solid, has its own music, and repays a listening ear. A phrase that everybody uses is not a phrase that nobody means. On the contrary, where all the words are expected, the smallest departure is an event. Let a speaker who has said "great progress" in ten Octobers say, in the eleventh, merely "progress", and a roomful of practised listeners will put down their cups. They are close readers too, though no one has ever given them a degree for it.

So one learns to give names to what recurs. The names are rough at first. One writes *water* beside a passage about a river, and then beside a passage about debt, and only the third time understands that the author thinks of money as something that leaks. The name has become a thought. It must be changed now, or divided; half of what was filed under it turns out to belong elsewhere. People who have never done this suppose that the categories come first and the reading after. It is the other way about. A theme is a question that several passages have agreed to answer.

## III. A letter to no one

Who is the margin written for? Not, surely, for the author, who is seldom in a position to reply. Not for the public. For oneself, then; but for which self? The reader who opens the book again in twenty years will be a stranger with a familiar hand. I have met this stranger. He was severe, at nineteen, upon a passage about old age which I now find merely accurate, and he passed without a mark over the sentence that seems to me today to hold up the whole book. I should have liked to argue with him. The pencil had made it possible, at any rate, for us to be introduced.

And sometimes the letter is delivered to another address. In the same library, in the same novel, I once found three hands at the foot of a single page. The first, in brown ink, had written: *This is not true.* The second, in a neat schoolmistress's pencil: *It is true of some.* The third had only drawn, beneath them both, a small and perfectly symmetrical bird. I thought about that bird for weeks. It was, I decided, the most tactful contribution to a quarrel I had ever seen, and it had taken a hundred years to arrive.

We are told that such things are over; that on a sheet of glass there is no margin to write in and no paper to keep what was written. I am not persuaded. The instrument has changed before. What matters is that the mark should stay where it was put, that it should be possible to find it again, and that it should be ours to carry away. Given so much, readers will do what they have always done. They will slow down, and look twice, and answer back.
`,
} as const
