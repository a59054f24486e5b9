/** Titles that programs write and nobody chose: a file's name, an empty form's. */
const NOT_CHOSEN =
  /^(?:microsoft (?:word|powerpoint)\s*-|untitled|unbenannt|sans titre|无标题|無標題|未命名|document\d*$|文档\s*\d*$|文件\s*\d*$|slide \d+$|.*\.(?:docx?|pdf|indd|tex|rtf|odt|wps|pptx?|html?)$)/i

/** Whether someone chose the title that a document's properties give, rather than a program. */
export const isChosenTitle = (title: string): boolean => !NOT_CHOSEN.test(title)
