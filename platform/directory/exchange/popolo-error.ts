/** What is wrong with a file, naming the item: `memberships[12]: person_id ‘x’ is unknown`. Nothing of the file was taken over. */
export class PopoloError extends Error {
  override readonly name = 'PopoloError'
}
