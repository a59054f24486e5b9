/** Whether a line ends as a sentence or a clause does; a closing bracket or quotation mark may follow. */
export const endsWithStop = (line: string): boolean => /[。！？；：，、!?;:,.…—؟؛،۔｡][”’」』）)"'\]]*$/.test(line)
