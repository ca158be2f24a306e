import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { fromBase64, toBase64, wholeNumber } from './bytes.ts'
import { hashSize } from './hashing.ts'

/** A `.tlog-proof` file: that an entry is in a log, to be kept and checked without the log. C2SP tlog-proof, "Format". */
export type ProofFile = {
  /** What is needed beside the entry to know it again. Nobody signed it: it proves nothing by itself. */
  readonly extra?: Uint8Array
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed note, word for word. */
  readonly checkpoint: string
}

const firstLine = 'c2sp.org/tlog-proof@v1'

export function writeProofFile({ extra, index, proof, checkpoint }: ProofFile): string {
  const lines = [
    firstLine,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(toBase64),
    '',
    checkpoint,
  ]
  return lines.join('\n')
}

export function parseProofFile(file: string): Result<ProofFile, 'proof-file-malformed'> {
  const end = file.indexOf('\n\n')
  const [first, ...lines] = file.slice(0, Math.max(0, end)).split('\n')
  if (first !== firstLine) return refuse('proof-file-malformed')
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice('extra '.length) ?? '') : null
  const line = lines.shift() ?? ''
  const index = line.startsWith('index ') ? wholeNumber(line.slice('index '.length)) : undefined
  const proof = lines.map(fromBase64)
  if (extra === undefined || index === undefined) return refuse('proof-file-malformed')
  if (!proof.every((hash) => hash?.length === hashSize)) return refuse('proof-file-malformed')
  return accept({
    ...(extra && { extra }),
    index,
    proof: proof.filter((hash) => hash !== undefined),
    checkpoint: file.slice(end + 2),
  })
}
