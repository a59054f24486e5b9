/** The parts of the window that compares. */
export type ComparingTab = 'words' | 'phrases' | 'parallels'
