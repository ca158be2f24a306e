import type { Actor } from '@folkmoot/basics/actor.ts'
import { choices } from '@folkmoot/tally/tally.ts'
import { rolesInArena, seatsOf } from '../../../stages/arena/index.ts'
import { openConsultation, writeStatement } from '../../../stages/opinion/commands.ts'
import { countVotes, consultationOf, mapsPoll, statementsIn } from '../../../stages/opinion/index.ts'
import { takePosition } from '../../../stages/opinion/positions/commands.ts'
import { prepareStatement } from '../../../stages/opinion/prepared/commands.ts'
import { castVote } from '../../../stages/opinion/vote-commands.ts'
import { letThrough } from '../../../stages/opinion/waiting/commands.ts'
import { waitingIn } from '../../../stages/opinion/waiting/store.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { answersByCamp, answersOf, mixed, type Said, type SaidByCamp } from './camps.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import type { Seated } from './play-inquiry.ts'
import { chairOf } from './play-text.ts'
import type { ConsultationScript, PositionScript } from './script.ts'

/** Everybody with a seat, with the roles she has in this arena; by account. */
export async function seatedActors(town: Lindhavn, problem: Problem): Promise<Seated> {
  const seats = await seatsOf(town.database.read(town.place.id), problem.id)
  const all = Object.values(town.people)
  const seated = new Map<string, Actor>()
  for (const seat of seats) {
    const actor = all.find(({ account }) => account === seat.account)
    if (!actor) continue
    const roles = await rolesInArena(town.database.read(town.place.id), problem.slug, actor)
    seated.set(seat.account, { ...actor, roles: [...actor.roles, ...roles] })
  }
  return seated
}

type Consulting = ConsultationScript & { readonly seated: Seated }

/** The group prepares and opens, the town writes and votes: as many say what as the script says. */
export async function playVotes(
  town: Lindhavn,
  problem: Problem,
  { ago, untilAgo, statements, prepared = 0, positions = [], waiting = [], seated, ...chosen }: Consulting,
): Promise<readonly string[]> {
  const { slug } = problem
  const { people, place, today } = town
  const at = town.daysAgo(ago)
  const author = (by: keyof Lindhavn['people']): Actor => seated.get(people[by].account ?? '') ?? people[by]
  for (const { by, text } of statements.slice(0, prepared))
    await done(text, prepareStatement(town.daysAgo(ago + 2), author(by), { slug, text, language: 'en' }))
  const until = today.subtract({ days: untilAgo })
  const { shows = 'after-five', moderation = 'after' } = chosen
  const opening = { slug, until, timeZone: place.timeZone, shows, moderation, decided: '' }
  await done('open', openConsultation(at, chairOf(seated), opening))
  for (const { by, text } of statements.slice(prepared)) {
    await done(text, writeStatement(at, author(by), { slug, text, language: 'en' }))
    if (moderation === 'before') await letAllThrough(town, problem, ago)
  }
  await playAnswers(town, problem, { statements, lastDay: Math.max(untilAgo + 1, 1) })
  for (const { by, ago: sentAgo, text } of waiting)
    await done(text, writeStatement(town.daysAgo(sentAgo), people[by], { slug, text, language: 'en' }))
  for (const position of positions) await playPosition(town, slug, position)
  await countVotes(town.database, place.id)
  await mapsPoll(town.database, place.id)
  const read = town.database.read(place.id)
  const consultation = await consultationOf(read, problem.id)
  return consultation
    ? (await statementsIn(read, consultation.id)).toSorted((a, b) => a.number - b.number).map(({ id }) => id)
    : []
}

async function letAllThrough({ database, place, people, daysAgo }: Lindhavn, { id, slug }: Problem, ago: number) {
  const read = database.read(place.id)
  const consultation = await consultationOf(read, id)
  for (const one of consultation ? await waitingIn(read, consultation.id) : [])
    await done(one.text, letThrough(daysAgo(ago, 14), people.clerk, { slug, id: one.id }))
}

type Answers = Pick<ConsultationScript, 'statements'> & { readonly lastDay: number }

/** Whoever votes answers one statement after the other, and so many people a day. */
async function playAnswers(town: Lindhavn, { slug }: Problem, { statements, lastDay }: Answers): Promise<void> {
  const everybody = [...town.voters, ...town.otherVoters]
  const answers = statements.flatMap(({ said }, at) => {
    const seed = `${slug} ${at}`
    const given = isByCamp(said) ? answersByCamp(everybody, said, seed) : answersOf(town.voters, said, seed)
    return given.map((answer) => ({ ...answer, number: at + 1 }))
  })
  const hers = Map.groupBy(answers, ({ person }) => person)
  const voters = mixed(everybody).filter((voter) => hers.has(voter))
  for (const [at, voter] of voters.entries()) {
    const late = voters.length - 1 - at
    const minutes = 30 * (perDay - 1 - (late % perDay))
    const ago = lastDay + Math.floor(late / perDay)
    const then = town.daysAgo(ago, 5 + Math.floor(minutes / 60), minutes % 60)
    const cast = (hers.get(voter) ?? []).map(({ number, choice }) =>
      done('vote', castVote(then, voter, { slug, number, choice })),
    )
    await Promise.all(cast)
  }
}

/** Every half hour, from five in the morning. */
const perDay = 36

function isByCamp(said: Said | SaidByCamp): said is SaidByCamp {
  return 'walkers' in said
}

/** What one politician says of the statements in public, and what she came to say later. */
async function playPosition(
  town: Lindhavn,
  slug: string,
  { by, ago, agree = [], disagree = [], pass = [], reasons = {}, later }: PositionScript,
): Promise<void> {
  const same = { slug, language: 'en', timeZone: town.place.timeZone }
  const taken = { agree, disagree, pass }
  for (const choice of choices)
    for (const number of taken[choice]) {
      const said = { ...same, number, choice, reason: reasons[number] ?? '' }
      await done(`position of ${by}`, takePosition(town.daysAgo(ago), town.people[by], said))
    }
  if (later)
    await done(`position of ${by}`, takePosition(town.daysAgo(later.ago), town.people[by], { ...same, ...later }))
}
