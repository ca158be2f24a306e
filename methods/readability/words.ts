/**
 * The words of a text: runs of letters and digits, with what holds one word together inside it (`it's`, `co-create`, `3.5`).
 * Punctuation by itself is no word. O(n).
 */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:\p{M}|[-'’.,/](?=[\p{L}\p{N}])|[\p{L}\p{N}])*/gu) ?? []
}

/** Letters and digits only; a hyphen is not read. Unit: letters, composed ones once. O(n). */
export function lettersOf(word: string): number {
  return word.normalize('NFC').match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
