/** Words of others on their way to a terminal: no sign of theirs may steer it. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, (signs) => (/^ +$/.test(signs) ? signs : ' '))
}
