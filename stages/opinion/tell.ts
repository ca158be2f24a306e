import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tally } from '@folkmoot/tally/tally.ts'
import type { Tx } from '../../platform/db/index.ts'
import { link } from '../../platform/thread/index.ts'
import { problemsById } from '../problem/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** A consultation told from published sources. Counts the sources do not give are null and shown as unknown. */
export type ToldConsultation = {
  readonly problem: Id<'problem'>
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant
  readonly language: string
  readonly statements: readonly { readonly text: string; readonly tally: Tally | null }[]
  readonly source: string
}

export async function tellConsultation(tx: Tx, told: ToldConsultation): Promise<Id<'consultation'>> {
  const [problem] = await problemsById(tx, [told.problem])
  if (!problem) throw new Error('a consultation is told of a problem that is told before it')
  const { source, language } = told
  const consultation = await store.putConsultation(tx, {
    problem: problem.id,
    slug: problem.slug,
    openedAt: told.openedAt,
    closesAt: told.closedAt,
    closedAt: told.closedAt,
    shows: 'after-close',
    openedBy: null,
    decided: '',
    source,
  })
  const counted = new Map<string, Tally>()
  for (const [i, { text, tally }] of told.statements.entries()) {
    const id = await store.putStatement(tx, {
      consultation,
      number: i + 1,
      text,
      plainForm: rules.plainFormOf(text),
      isSeed: false,
      language,
      writtenBy: null,
      source,
    })
    await link(tx, { kind: 'statement', id }, 'about', { kind: 'problem', id: problem.id })
    if (tally) counted.set(id, tally)
  }
  await store.putTallies(tx, consultation, counted)
  await record(tx, {
    kind: 'opinion.told',
    problem: problem.id,
    public: { source, statements: told.statements.length },
    time: 'exact',
  })
  return consultation
}
