import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { accountsById } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { seatsOf } from '../../stages/arena/index.ts'
import { answersOf, directionsOf } from '../../stages/decision/index.ts'
import { commitmentsOf } from '../../stages/delivery/index.ts'
import { recommendationsOf, signersIn } from '../../stages/draft/index.ts'
import { notesOf, positionsOf, questionsOf } from '../../stages/inquiry/index.ts'
import { accountsOf } from '../../stages/outcome/index.ts'
import { framings, invitationsTaken, pastSponsors, sponsorsOf, type Problem } from '../../stages/problem/index.ts'
import type { Credit } from './credits.ts'
import { creditWords } from './messages/words.ts'
import { votedOnAnswers, votedOnMandate } from './votes.ts'

/** What politicians did in a case, read from the acts themselves: nobody writes it down for them, nobody can add to it. */
export async function creditsIn(visit: Visit, problem: Problem): Promise<readonly Credit[]> {
  const parts = await Promise.all([
    takenUp(visit, problem),
    framed(visit, problem),
    brokered(visit, problem),
    listened(visit, problem),
    stood(visit, problem),
    votedOnMandate(visit, problem),
    votedOnAnswers(visit, problem),
    signedMinority(visit, problem),
    moved(visit, problem),
  ])
  return parts.flat()
}

/** Who took it up, the first one before the others, also when she has stepped back since. */
async function takenUp(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const say = creditWords.say(visit.lang)
  const [now, past] = await Promise.all([sponsorsOf(visit.read, id), pastSponsors(visit.read, id)])
  const all = [...now, ...past]
    .filter(({ namedBy }) => namedBy === null)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  const href = visit.to('problem.page', { problem: slug })
  return all.map(({ person, at }, i) => ({
    person,
    kind: i === 0 ? 'opened' : 'sponsored',
    text: say(i === 0 ? 'act.opened' : 'act.sponsored'),
    href,
    at,
  }))
}

async function framed(visit: Visit, { id, slug, raisedBy }: Problem): Promise<readonly Credit[]> {
  const say = creditWords.say(visit.lang)
  const all = (await framings(visit.read, id)).filter(({ state }) => state === 'current' || state === 'earlier')
  const [accounts, hidden] = await Promise.all([
    accountsById(
      visit.read,
      all.flatMap(({ proposedBy }) => proposedBy ?? []),
    ),
    hiddenAmong(
      visit.read,
      all.map((one) => one.id),
    ),
  ])
  return all.flatMap(({ id: framing, number, proposedBy, proposedAt }): readonly Credit[] => {
    const person = proposedBy && accounts.get(proposedBy)?.person
    if (!person || hidden.has(framing)) return []
    const isRaiser = number === 1 && proposedBy === raisedBy
    const href = `${visit.to('problem.page', { problem: slug })}#framings`
    return [{ person, kind: 'framed', text: say(isRaiser ? 'act.raised' : 'act.framed'), href, at: proposedAt }]
  })
}

/** Between people: led the group, brought colleagues in, carried the draft to the parent body, said its limits. */
async function brokered(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const { read } = visit
  const say = creditWords.say(visit.lang)
  const [seats, taken, directions] = await Promise.all([
    seatsOf(read, id),
    invitationsTaken(read, id),
    directionsOf(read, id),
  ])
  const senders = await accountsById(
    read,
    directions.map(({ sentBy }) => sentBy),
  )
  const at = { problem: slug }
  return [
    ...seats.flatMap(({ isChair, person }): readonly Credit[] =>
      isChair && person
        ? [{ person, kind: 'brokered', text: say('act.chaired'), href: visit.to('arena.people', at), at: null }]
        : [],
    ),
    ...taken.map((one): Credit => ({
      person: one.invitedBy,
      kind: 'brokered',
      text: say('act.invited'),
      href: visit.to('problem.page', at),
      at: one.at,
    })),
    ...directions.flatMap(({ sentBy, sentAt, replies }): readonly Credit[] => {
      const sender = senders.get(sentBy)?.person
      const href = visit.to('decision.page', at)
      return [
        ...(sender ? [{ person: sender, kind: 'brokered' as const, text: say('act.checked'), href, at: sentAt }] : []),
        ...replies.map((reply) => ({
          person: reply.person,
          kind: 'brokered' as const,
          text: say('act.replied-check'),
          href,
          at: reply.at,
        })),
      ]
    }),
  ]
}

async function listened(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const { read } = visit
  const say = creditWords.say(visit.lang)
  const [questions, notes] = await Promise.all([questionsOf(read, id), notesOf(read, id)])
  const hidden = await hiddenAmong(
    read,
    [...questions, ...notes].map((one) => one.id),
  )
  return [
    ...questions.flatMap((one): readonly Credit[] =>
      one.repliedByPerson === null || hidden.has(one.id)
        ? []
        : [
            {
              person: one.repliedByPerson,
              kind: 'listened',
              text: say('act.answered-question', { number: one.number }),
              href: visit.to('inquiry.question', { problem: slug, number: one.number }),
              at: one.source === null ? one.repliedAt : null,
            },
          ],
    ),
    ...notes.flatMap((one): readonly Credit[] =>
      one.onBehalf !== null || hidden.has(one.id)
        ? []
        : [
            {
              person: one.person,
              kind: 'listened',
              text: say('act.noted'),
              href: `${visit.to('inquiry.notes', { problem: slug })}#note-${one.number}`,
              at: one.source === null ? one.writtenAt : null,
            },
          ],
    ),
  ]
}

/** Each stand she took, also the one she has changed since. Against is opposition. */
async function stood(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const say = creditWords.say(visit.lang)
  const positions = await positionsOf(visit.read, id)
  const hidden = await hiddenAmong(
    visit.read,
    positions.map((one) => one.id),
  )
  return positions
    .filter((one) => !hidden.has(one.id))
    .flatMap(({ person, number, subject, standings }) =>
      standings.map(({ stance, at }): Credit => ({
        person,
        kind: stance === 'against' ? 'opposed' : 'stood',
        text: say(`act.stood-${stance}`, { subject }),
        href: `${visit.to('inquiry.positions', { problem: slug })}#position-${number}`,
        at,
      })),
    )
}

async function signedMinority(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const say = creditWords.say(visit.lang)
  const [recommendations, signers] = await Promise.all([recommendationsOf(visit.read, id), signersIn(visit.read, id)])
  const [accounts, hidden] = await Promise.all([
    accountsById(visit.read, [...signers.values()].flat()),
    hiddenAmong(visit.read, [...signers.keys()]),
  ])
  return recommendations.flatMap((one) =>
    (hidden.has(one.id) ? [] : (signers.get(one.id) ?? [])).flatMap((account): readonly Credit[] => {
      const person: Id<'person'> | null | undefined = accounts.get(account)?.person
      const href = visit.to('draft.recommendation', { problem: slug, number: one.number })
      return person
        ? [{ person, kind: 'opposed', text: say('act.minority', { number: one.number }), href, at: null }]
        : []
    }),
  )
}

/** Answers in her name, promises that are hers, and the account of what came of it. */
async function moved(visit: Visit, { id, slug }: Problem): Promise<readonly Credit[]> {
  const { read } = visit
  const say = creditWords.say(visit.lang)
  const [items, commitments, accounts] = await Promise.all([
    answersOf(read, id),
    commitmentsOf(read, id),
    accountsOf(read, id),
  ])
  return [
    ...items.flatMap(({ number, answer }): readonly Credit[] =>
      answer?.person
        ? [
            {
              person: answer.person,
              kind: 'moved',
              text: say(`act.answer-${answer.kind}`, { number }),
              href: visit.to('decision.recommendation', { problem: slug, number }),
              at: answer.answeredAt instanceof Temporal.Instant ? answer.answeredAt : null,
            },
          ]
        : [],
    ),
    ...commitments.flatMap(({ owner, number, title, writtenAt, source, standing }): readonly Credit[] =>
      owner
        ? [
            {
              person: owner,
              kind: 'moved',
              text: say(`act.promise-${standing}`, { title }),
              href: visit.to('delivery.commitment', { problem: slug, number }),
              at: source === null ? writtenAt : null,
            },
          ]
        : [],
    ),
    ...accounts.flatMap(({ signedPerson, signedAt }): readonly Credit[] =>
      signedPerson
        ? [
            {
              person: signedPerson,
              kind: 'moved',
              text: say('act.signed'),
              href: visit.to('outcome.page', { problem: slug }),
              at: signedAt,
            },
          ]
        : [],
    ),
  ]
}
