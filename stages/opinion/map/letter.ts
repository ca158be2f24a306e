/** What a group is called: 0 is A. In the names of columns it is small. */
export function letterOf(group: number): string {
  return String.fromCharCode(65 + group)
}
