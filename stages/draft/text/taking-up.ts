import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { inCase } from '../../problem/index.ts'
import { citeIn } from './citing.ts'
import type { TextContent } from './document.ts'
import { limits, type CiteRefusal, type SaveRefusal } from './rules.ts'
import { saveIn } from './saving.ts'
import { typeIn, type TypeRefusal } from './typing.ts'

export type TakeUpInput = {
  readonly slug: string
  /** What the clause comes from. */
  readonly from: Id
  /** Null for a new recommendation, which needs a heading. */
  readonly section: string | null
  readonly heading: string
  readonly text: string
  readonly reason: string
}

export type TakeUpRefusal =
  | CiteRefusal
  | TypeRefusal
  | SaveRefusal
  | 'heading-asked'
  | 'no-such-section'
  | 'no-such-clause'
  | 'no-such-problem'

/** Begins a clause with what was said: it stands in the text, in a version, and says where it comes from, or none of it happens. */
export async function takeUp(
  database: Database,
  actor: Actor,
  { slug, from, reason, ...input }: TakeUpInput,
): Promise<Result<{ readonly version: number; readonly clause: Id<'clause'> }, TakeUpRefusal>> {
  const clause = newId('clause')
  return inCase(database, actor, slug, async (tx, problem) => {
    const typed = await typeIn(tx, { problem, actor, change: (now) => withClause(now, { ...input, clause }) })
    if (!typed.ok) return typed
    const saved = await saveIn(tx, { problem, reason, actor })
    if (!saved.ok) return saved
    const cited = await citeIn(tx, { problem, clause, cites: [from], actor })
    return cited.ok ? accept({ version: saved.value.version, clause }) : cited
  })
}

type Begun = Pick<TakeUpInput, 'section' | 'heading' | 'text'> & { readonly clause: Id<'clause'> }

/** The text with the clause at the end of a section, or in a new one behind the others. */
export function withClause(
  { sections }: TextContent,
  { section, heading, text, clause }: Begun,
): Result<TextContent, 'heading-asked' | 'no-such-section'> {
  const begun = { id: clause, text }
  if (section === null) {
    if (heading.length < limits.leastHeading || heading.length > limits.mostHeading) return refuse('heading-asked')
    const fresh = { id: newId('section'), kind: 'recommendation', heading, clauses: [begun] } as const
    return accept({ sections: [...sections, fresh] })
  }
  if (!sections.some(({ id }) => id === section)) return refuse('no-such-section')
  return accept({
    sections: sections.map((one) => (one.id === section ? { ...one, clauses: [...one.clauses, begun] } : one)),
  })
}
