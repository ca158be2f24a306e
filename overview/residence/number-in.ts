/** What stands in an address or was typed, as a number the database knows; 0, which nothing has, for everything else. */
export function numberIn(text: string): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : 0
}
