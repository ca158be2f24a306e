/** Letters in one file: a printer's tray, made while the clerk waits. */
export const lettersPerPart = 200

export type Part = { readonly part: number; readonly after: number; readonly letters: number }

/** In which files so many letters are printed. */
export function partsOf(letters: number): readonly Part[] {
  return Array.from({ length: Math.ceil(letters / lettersPerPart) }, (_, at) => ({
    part: at + 1,
    after: at * lettersPerPart,
    letters: Math.min(lettersPerPart, letters - at * lettersPerPart),
  }))
}
