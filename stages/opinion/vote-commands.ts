import { randomBytes } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { together, type Database, type Tx } from '../../platform/db/index.ts'
import { linkAll } from '../../platform/thread/index.ts'
import { claim, type Voter } from './eligibility/store.ts'
import { recordAll } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './vote-store.ts'

export type CastInput = {
  readonly slug: string
  readonly number: number
  readonly choice: Choice
  /** She changes what she said before: a first answer is refused. */
  readonly isChange?: boolean
}

/** `revision` counts her answers to this statement; `isNew` is false when she said the same before. */
export type VoteCast = { readonly revision: number; readonly isNew: boolean }

type Answer = Result<VoteCast, rules.CastRefusal | 'changed-enough' | 'not-answered' | 'voted-before'>

/**
 * The hot path. Votes that come at once share one transaction of four round trips: begin, locks and states, all rows, commit;
 * two more where somebody votes in a case for the first time.
 * Each is judged by its own rule and recorded as its own fact; a refused one leaves no trace and harms no other.
 * No row is touched that another vote touches too. The same answer again is accepted and writes nothing.
 */
export async function castVote(database: Database, actor: Actor, input: CastInput): Promise<Answer> {
  const { account } = actor
  if (account === null) return refuse('not-invited')
  return castTogether(database, actor.jurisdiction, { actor, account, ...input })
}

type Cast = CastInput & { readonly actor: Actor; readonly account: Id<'account'> }

const castTogether = together((database: Database, casts: readonly Cast[]): Promise<readonly Answer[]> => {
  const jurisdiction = casts[0]?.actor.jurisdiction
  if (jurisdiction === undefined) return Promise.resolve([])
  // Many people act in it, so it is nobody's own; each vote is recorded with its voter.
  return database.transact(jurisdiction, null, (tx) => castAll(tx, casts))
})

async function castAll(tx: Tx, casts: readonly Cast[]): Promise<readonly Answer[]> {
  const states = await store.voteStates(tx, casts)
  const now = tx.fixedNow ?? states.find((state) => state !== undefined)?.now ?? tx.now
  const round: Round = { names: new Map(), last: new Map(), votes: [] }
  const answers = casts.map((cast, at) => judge(round, cast, { state: states[at], now }))
  const refused = new Set((await claim(tx, [...round.names.values()])).map(personIn))
  await write(tx, withoutPeople(round, refused), now)
  return answers.map((answer, at) => {
    const [cast, state] = [casts[at], states[at]]
    if (!answer.ok || !cast || !state) return answer
    return refused.has(personIn({ ...cast, ...state })) ? refuse('voted-before') : answer
  })
}

/** One account in one consultation. */
function personIn({ account, consultation }: Voter): string {
  return `${account} ${consultation}`
}

/** What these people said is not written: they have voted here before they deleted an account, and those votes count. */
function withoutPeople(round: Round, people: ReadonlySet<string>): Round {
  if (people.size === 0) return round
  const names = new Map([...round.names].filter(([person]) => !people.has(person)))
  const refused = new Set([...round.names].flatMap(([person, { id }]) => (people.has(person) ? [id] : [])))
  return { ...round, names, votes: round.votes.filter(({ vote }) => !refused.has(vote.participant)) }
}

type Written = { readonly vote: store.NewVote; readonly problem: Id<'problem'> }

/** What was accepted so far in this transaction: two answers of one person may come in the same round. */
type Round = {
  readonly names: Map<string, store.NewParticipant>
  readonly last: Map<string, store.NewVote>
  readonly votes: Written[]
}

type Known = { readonly state: store.VoteState | undefined; readonly now: Temporal.Instant }

function judge(round: Round, { actor, account, choice, isChange }: Cast, { state, now }: Known): Answer {
  const allowed = rules.castVote(state, state?.statement, { actor, now })
  if (!allowed.ok) return allowed
  if (!state?.statement) return refuse('unknown-statement')
  const { consultation, problem, statement } = state
  const person = personIn({ account, consultation })
  const participant = state.participant ?? round.names.get(person)?.id ?? newId('participant')
  const before = round.last.get(`${participant} ${statement.id}`) ?? state
  if (before.choice === choice) return accept({ revision: before.revision, isNew: false })
  const next = rules.nextAnswer(before.revision, { isChange })
  if (!next.ok) return next
  const { assurance } = actor
  const vote = { id: newId('vote'), statement: statement.id, participant, revision: next.value, choice, assurance }
  if (!state.participant) round.names.set(person, { id: participant, consultation, account })
  round.last.set(`${participant} ${statement.id}`, vote)
  round.votes.push({ vote, problem })
  return accept({ revision: vote.revision, isNew: true })
}

/** All rows of a round at once. A changed vote is the same voice: only the first one enters the trace. */
async function write(tx: Tx, { names, votes }: Round, now: Temporal.Instant): Promise<void> {
  if (votes.length === 0) return
  const voices = votes.filter(({ vote }) => vote.revision === 1)
  await Promise.all([
    store.putParticipants(tx, [...names.values()]),
    store.putVotes(
      tx,
      votes.map(({ vote }) => vote),
      now,
    ),
    recordAll(tx, votes.map(factOf)),
    linkAll(
      tx,
      'on',
      voices.map(({ vote }) => ({
        from: { kind: 'vote', id: vote.id },
        to: { kind: 'statement', id: vote.statement },
      })),
    ),
  ])
}

/** The public part is empty: not even which statement. The nonce lets her find her own vote in a receipt. */
function factOf({ vote, problem }: Written) {
  const { statement, choice, participant, revision } = vote
  const secret = { statement, choice, participant, revision, nonce: randomBytes(16).toString('base64url') }
  return { kind: 'opinion.vote-cast', problem, public: {}, secret, time: 'coarse' } as const
}
