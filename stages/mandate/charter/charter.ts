import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { bodies, politiciansById, type Jurisdiction, type Resolution } from '../../../platform/directory/index.ts'
import type { Problem } from '../../problem/index.ts'
import { gateOf } from '../gate-store.ts'
import { loweringOf } from '../motions/store.ts'
import type * as store from '../store.ts'
import { asJson } from '../terms.ts'

/** The whole mandate as one canonical text (RFC 8785), and its SHA-256. */
export type Charter = { readonly json: string; readonly sha256: string }

export type Chartered = {
  readonly place: Pick<Jurisdiction, 'slug'>
  readonly problem: Pick<Problem, 'slug'>
  readonly mandate: store.Mandate
  readonly vote: Resolution | undefined
}

/** Made from the names as they are now: kept at adoption, so that a body renamed later changes nothing. */
export async function charterOf(read: Read, { place, problem, mandate, vote }: Chartered): Promise<Charter> {
  const [known, answers] = await Promise.all([bodies(read), gateOf(read, mandate.id)])
  const gate = answers.filter(({ counts }) => counts)
  const people = await politiciansById(
    read,
    gate.map((answer) => answer.person),
  )
  const nameOf = (id: Id<'body'> | null) => known.find((body) => body.id === id)?.name ?? null
  const { canChange, cannotChange, ...told } = asJson(mandate)
  const loweringReason = vote ? ((await loweringOf(read, vote.id)) ?? null) : null
  const json = canonicalize({
    format: 'folkmoot-mandate/1',
    place: place.slug,
    problem: problem.slug,
    version: mandate.version,
    model: mandate.presetName,
    // Where the questions say what can change, two empty texts would say it wrongly.
    terms: mandate.matters.length > 0 ? told : { ...told, canChange, cannotChange },
    bodies: { parentBody: nameOf(mandate.parentBody), recipientBody: nameOf(mandate.recipientBody) },
    gate: gate.map(({ question, isYes, reason, person }) => ({
      question,
      answer: isYes ? 'yes' : 'no',
      reason,
      by: people.get(person)?.name ?? null,
    })),
    decision: vote
      ? {
          body: nameOf(vote.body),
          day: vote.decidedOn?.toString() ?? null,
          reference: vote.reference,
          motion: vote.motion,
          for: vote.votesFor,
          against: vote.votesAgainst,
          abstentions: vote.abstentions,
          loweringReason,
        }
      : null,
    source: mandate.source,
  })
  if (json === undefined) throw new Error(`mandate ${mandate.id} has no canonical form`)
  return { json, sha256: createHash('sha256').update(json, 'utf8').digest('hex') }
}

export async function putCharter(tx: Tx, mandate: Id<'mandate'>, charter: Charter): Promise<void> {
  await tx
    .insertInto('mandate.charter')
    .values({ jurisdiction_id: tx.jurisdiction, mandate_id: mandate, ...charter })
    .execute()
}

/** As it was adopted; undefined for told cases and for what was adopted before charters were kept. */
export async function keptCharter(read: Read, mandate: Id<'mandate'>): Promise<Charter | undefined> {
  return read
    .selectFrom('mandate.charter')
    .select(['json', 'sha256'])
    .where('mandate_id', '=', mandate)
    .executeTakeFirst()
}

/** What later acts say of the mandate they rest on. */
export async function charterFact(
  read: Read,
  mandate: Pick<store.Mandate, 'id' | 'version'> | undefined,
): Promise<{ readonly version: number; readonly sha256: string | null } | null> {
  if (!mandate) return null
  return { version: mandate.version, sha256: (await keptCharter(read, mandate.id))?.sha256 ?? null }
}
