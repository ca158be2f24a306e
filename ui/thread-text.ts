/** Breaks a text into lines of at most `letters`, the last one cut when there are more than `most`. */
export function wrap(text: string, letters: number, most: number): readonly string[] {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => pieces(word, letters))
  const lines = words.reduce<string[]>((done, word) => {
    const last = done.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) return [...done.slice(0, -1), `${last} ${word}`]
    return [...done, word]
  }, [])
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${wholeWords(lines[most - 1] ?? '', letters - 1)}…`]
}

/** As many whole words as have room; a single word that has none is cut. */
function wholeWords(line: string, letters: number): string {
  if (line.length <= letters) return line
  const end = line.lastIndexOf(' ', letters)
  return end > 0 ? line.slice(0, end) : [...line].slice(0, letters).join('').replace(/-$/, '')
}

/** A word longer than a line is broken with hyphens. */
function pieces(word: string, letters: number): readonly string[] {
  const all = [...word]
  if (all.length <= letters) return [word]
  const count = Math.ceil(all.length / (letters - 1))
  return Array.from(
    { length: count },
    (_, i) => all.slice(i * (letters - 1), (i + 1) * (letters - 1)).join('') + (i < count - 1 ? '-' : ''),
  )
}

/** One decimal is finer than any screen; fewer letters to send. */
export function short(number: number): number {
  return Math.round(number * 10) / 10
}
