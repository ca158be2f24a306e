import { createHash } from 'node:crypto'
import { commitTo } from '../../../platform/ledger/index.ts'

/** One row of the list as it is committed to: what was told of her, under the number that stands for her. */
export type PoolRow = {
  readonly number: number
  /** One group a feature, in the order of the limits. */
  readonly values: readonly string[]
  /** People of one home have the same word here; null where it was not asked. */
  readonly household: string | null
}

export const rowKind = 'arena.lottery-row'

/** Salted with a secret of her own: without it a handful of groups would be guessed at once. 32 bytes. */
export function commitToRow({ number, values, household }: PoolRow, salt: Buffer): Buffer {
  return commitTo(rowKind, { number, values, household }, salt)
}

/** The file everybody may read of the list: a number and its commitment a line. Its SHA-256 is the hash of the list. */
export function poolFile(entries: readonly { readonly number: number; readonly commitment: Buffer }[]): string {
  const lines = entries
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, commitment }) => `${number},${commitment.toString('hex')}`)
  return `number,commitment\n${lines.join('\n')}\n`
}

/** The file of all panels: three digits and the numbers of those on it, a line each. */
export function panelsFile(panels: readonly (readonly number[])[]): string {
  const lines = panels.map((members, panel) => `${threeDigits(panel)},${members.join(' ')}`)
  return `panel,numbers\n${lines.join('\n')}\n`
}

/** As three ten-sided dice show it: hundreds, tens, ones. */
export function threeDigits(panel: number): string {
  return String(panel).padStart(3, '0')
}

/** SHA-256 in hexadecimal over the bytes of a file as they are published. */
export function fileHash(file: string): string {
  return createHash('sha256').update(file).digest('hex')
}
