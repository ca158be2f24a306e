import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { fromBase64, toBase64, wholeNumber } from './bytes.ts'
import { hashSize } from './hashing.ts'

/** How a log stands: whose it is, how many leaves it has, and the root over them. C2SP tlog-checkpoint, "Note text". */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Lines after these three that nothing here reads. */
  readonly extensions: readonly string[]
}

/** The text of the note that is signed. */
export function writeCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), toBase64(root), ...extensions, ''].join('\n')
}

export function parseCheckpoint(text: string): Result<Checkpoint, 'checkpoint-malformed'> {
  const [origin, written, encoded, ...more] = text.split('\n')
  const extensions = more.slice(0, -1)
  const size = wholeNumber(written ?? '')
  const root = fromBase64(encoded ?? '')
  const isWhole =
    origin && size !== undefined && root?.length === hashSize && more.at(-1) === '' && !extensions.includes('')
  return isWhole ? accept({ origin, size, root, extensions }) : refuse('checkpoint-malformed')
}
