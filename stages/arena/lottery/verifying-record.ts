import type { Json } from '@folkmoot/basics/json.ts'
import { z } from 'zod'
import type { Read } from '../../../platform/db/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import type { DrawFile } from './draw-file.ts'

const recordKeys = ['record-list', 'record-panels', 'record-order', 'record-drawn'] as const
export type RecordKey = (typeof recordKeys)[number]
export type RecordFoundKey = 'needs-record' | 'not-recorded' | 'order' | 'recorded'

type Is = { readonly is: boolean | null; readonly found?: { readonly why: RecordFoundKey | 'no-number' } }
export type RecordFinding = Is & { readonly what: RecordKey }

/** What the public record of the place says of one case; in any order. */
export type Recorded = readonly { readonly kind: string; readonly at: Temporal.Instant; readonly public: Json }[]

const recorded = z.object({ lottery: z.number() })
const asLocked = recorded.extend({ size: z.number(), hash: z.string() })
const asPublished = recorded.extend({
  input: z.string(),
  seed: z.string(),
  method: z.string(),
  panels: z.string(),
  left: z.array(z.number()),
})
const asDrawn = recorded.extend({ panel: z.string(), numbers: z.array(z.number()), panels: z.string() })

/** Whether the file says what the record of the case has said since: whoever wrote both alike would have had to write it then. */
export function verifyRecord(draw: DrawFile, record: Recorded | undefined): readonly RecordFinding[] {
  if (!record) return recordKeys.map((what) => ({ what, is: null, found: { why: 'needs-record' } }))
  const of = <Said extends { readonly lottery: number }>(kind: string, said: z.ZodType<Said>) =>
    record.flatMap((entry) => {
      const read = said.safeParse(entry.public)
      return entry.kind === kind && read.success && read.data.lottery === draw.lottery
        ? [{ at: entry.at, said: read.data }]
        : []
    })
  const [locked, ...lockedAgain] = of('arena.lottery-list-locked', asLocked)
  const [published, ...publishedAgain] = of('arena.lottery-panels-published', asPublished)
  const [drawn, ...drawnAgain] = of('arena.lottery-drawn', asDrawn)
  const { list, panels } = draw
  const once = (is: boolean): Is => (is ? { is: true } : { is: false, found: { why: 'recorded' } })
  const none: Is = { is: false, found: { why: 'not-recorded' } }
  const inOrder = [locked?.at, published?.at, drawn?.at].filter((at) => at !== undefined)
  const isOrdered = inOrder.every(
    (at, place) => place === 0 || Temporal.Instant.compare(inOrder[place - 1] ?? at, at) < 0,
  )
  return [
    {
      what: 'record-list',
      ...(locked
        ? once(lockedAgain.length === 0 && locked.said.hash === list.hash && locked.said.size === list.size)
        : none),
    },
    {
      what: 'record-panels',
      ...(published
        ? once(
            publishedAgain.length === 0 &&
              published.said.panels === panels.hash &&
              published.said.input === panels.input &&
              published.said.seed === panels.seed &&
              published.said.method === panels.method &&
              published.said.left.join(' ') === panels.left.join(' '),
          )
        : none),
    },
    {
      what: 'record-order',
      ...(!locked || !published ? none : isOrdered ? { is: true } : { is: false, found: { why: 'order' } }),
    },
    { what: 'record-drawn', ...drawnAsRecorded(draw, drawn?.said, drawnAgain.length) },
  ]
}

function drawnAsRecorded({ drawn, panels }: DrawFile, said: z.output<typeof asDrawn> | undefined, again: number): Is {
  if (!drawn && !said) return { is: null, found: { why: 'no-number' } }
  if (!drawn || !said) return { is: false, found: { why: 'not-recorded' } }
  const is =
    again === 0 &&
    said.panel === drawn.panel &&
    said.panels === panels.hash &&
    said.numbers.join(' ') === drawn.numbers.join(' ')
  return is ? { is } : { is, found: { why: 'recorded' } }
}

const kinds = ['arena.lottery-list-locked', 'arena.lottery-panels-published', 'arena.lottery-drawn'] as const

/** The record of the case that locked this list, the oldest first; nothing where no case of the place did. */
export async function recordedDraw(read: Read, { list }: Pick<DrawFile, 'list'>): Promise<Recorded> {
  const all = await entries(read, { kinds, limit: mostEntries })
  const locked = all.find((entry) => asLocked.safeParse(entry.public).data?.hash === list.hash)
  return all.filter(({ problem }) => problem !== null && problem === locked?.problem).toReversed()
}

/** Far more draws than a place ever has. */
const mostEntries = 100_000
