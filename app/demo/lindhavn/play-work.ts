import type { Actor } from '@folkmoot/basics/actor.ts'
import { applicationsOf, seatsOf, setUpOf } from '../../../stages/arena/index.ts'
import { answerOffer } from '../../../stages/arena/acceptances/answering.ts'
import { applyForSeat, confirmGroup, openCall, seatPolitician } from '../../../stages/arena/commands.ts'
import { answerApplications } from '../../../stages/arena/selecting.ts'
import { confirmSetUp, saveProfiles, saveRule } from '../../../stages/arena/composition/commands.ts'
import { addIdea } from '../../../stages/draft/ideas/commands.ts'
import { answerQuestion, askQuestion, askToo, judgeAnswer } from '../../../stages/inquiry/questions/commands.ts'
import { whereOf } from '../../../stages/draft/ideas/where-rules.ts'
import { questionsOf } from '../../../stages/inquiry/index.ts'
import { adoptedMandate } from '../../../stages/mandate/index.ts'
import { addItem } from '../../../stages/meeting/agenda/commands.ts'
import { recordAttendance } from '../../../stages/meeting/attendance/commands.ts'
import { callMeeting } from '../../../stages/meeting/commands.ts'
import { writeMinutes } from '../../../stages/meeting/minutes/commands.ts'
import { affectedActors, type Problem } from '../../../stages/problem/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done } from './done.ts'
import { playFacts, playNotes, playPositions, playReplies } from './play-inquiry.ts'
import type { Lindhavn } from './found.ts'
import { lindhavnsPlaces } from './outline.ts'
import { playText } from './play-text.ts'
import { playVotes, seatedActors } from './play-votes.ts'
import { factsOf, pointsOf } from './sources.ts'
import type { ArenaScript, WorkScript } from './script.ts'

/** The call, the applications with their answers, the seats, and the confirmation. */
export async function playArena(town: Lindhavn, problem: Problem, script: ArenaScript): Promise<void> {
  const { slug } = problem
  const { people, place, today } = town
  const read = town.database.read(place.id)
  const leader =
    Object.values(people).find(({ person }) => person !== null && person === problem.sponsors[0]) ?? people.ragna
  const at = town.daysAgo(script.callAgo)
  await done(
    'set-up',
    saveRule(at, leader, {
      slug,
      politicians: null,
      citizens: null,
      minGenderShare: 0.4,
      isOnePerHousehold: false,
      answerDays: 5,
      forgetOn: today.subtract({ days: script.callUntilAgo }).add({ months: 6 }),
    }),
  )
  if (script.kept) await playKept(town, problem, { at, leader, kept: script.kept })
  await done('set-up', confirmSetUp(at, leader, slug))
  await done(
    'call',
    openCall(at, leader, {
      slug,
      until: today.subtract({ days: script.callUntilAgo }),
      timeZone: place.timeZone,
    }),
  )
  const profiles = (await adoptedMandate(read, problem.id))?.profiles ?? []
  for (const { who, profile, ago, motivation, tie, gender } of script.applications) {
    const wanted = profiles.find(({ name }) => name === profile)
    if (!wanted) throw new Error(`no profile ${profile} in ${slug}`)
    await done(who, applyForSeat(town.daysAgo(ago), people[who], { slug, profile: wanted.id, motivation, tie, gender }))
  }
  const setUp = await setUpOf(read, problem.id)
  const numbers = new Map((await applicationsOf(read, problem.id)).map(({ account, number }) => [account, number]))
  for (const { who, profile, answer } of script.applications) {
    if (!answer) continue
    const at = town.daysAgo(answer.ago)
    const criteria = (setUp?.profiles.find(({ name }) => name === profile)?.criteria ?? []).slice(0, 1)
    const choice = { number: numbers.get(people[who].account as never) ?? 0, ...answer, criteria, isSubstitute: false }
    await done(who, answerApplications(at, leader, { slug, choices: [choice] }))
    if (answer.isSelected) await done(who, answerOffer(at, people[who], { slug, isYes: true, words: '' }))
  }
  for (const { who, reason, isChair } of script.politicians ?? []) {
    const { person } = people[who]
    if (person === null) throw new Error(`${who} is no politician`)
    const at = town.daysAgo(script.seatedAgo ?? 0)
    await done(who, seatPolitician(at, leader, { slug, person, isChair: isChair ?? false, reason }))
    if (people[who] !== leader) await done(who, answerOffer(at, people[who], { slug, isYes: true, words: '' }))
  }
  if (script.confirmed) {
    await done(
      'confirm',
      confirmGroup(town.daysAgo(script.confirmed.ago), leader, { slug, exception: script.confirmed.exception }),
    )
  }
}

type Keeping = {
  readonly at: Database
  readonly leader: Actor
  readonly kept: NonNullable<ArenaScript['kept']>
}

/** Seats kept for affected groups, before the call opens. */
async function playKept(town: Lindhavn, { id, slug }: Problem, { at, leader, kept }: Keeping): Promise<void> {
  const read = town.database.read(town.place.id)
  const [setUp, affected] = [await setUpOf(read, id), await affectedActors(read, id)]
  const profiles = (setUp?.profiles ?? []).map((profile) => {
    const group = affected.find(({ name }) => name === kept[profile.name])
    return { ...profile, keptFor: group?.id ?? null }
  })
  await done('kept seats', saveProfiles(at, leader, { slug, profiles }))
}

/** Meetings, questions, notes, ideas, votes and the text. */
export async function playWork(town: Lindhavn, problem: Problem, script: WorkScript): Promise<void> {
  const seated = await seatedActors(town, problem)
  await playMeetings(town, problem, script)
  await playQuestions(town, problem, script)
  await playFacts(town, problem, { facts: script.facts ?? [], seated })
  await playNotes(town, problem, script)
  await playPositions(town, problem, script)
  const ideas: string[] = []
  for (const { by, ago, language, ...idea } of script.ideas) {
    const { id } = await done(
      idea.title,
      addIdea(town.daysAgo(ago), town.people[by], {
        slug: problem.slug,
        language: language ?? 'en',
        ...idea,
        ...areaOf(idea.place),
      }),
    )
    ideas.push(id)
  }
  const statements = script.consultation ? await playVotes(town, problem, { ...script.consultation, seated }) : []
  await playReplies(town, problem, { replies: script.replies ?? [], ideas, statements })
  const questions = (await questionsOf(town.database.read(town.place.id), problem.id))
    .toSorted((a, b) => a.number - b.number)
    .map(({ id }) => id)
  const sources = {
    ideas,
    statements,
    questions,
    facts: await factsOf(town, problem),
    points: await pointsOf(town, problem),
  }
  await playText(town, problem, { script, seated, sources })
}

/** As the form reads what was typed: words that name a place of the town. */
function areaOf(words: string) {
  const said = { point: null, isDropped: false, named: '', square: '', words }
  const where = whereOf(said, { places: lindhavnsPlaces, squares: [], nearest: () => undefined })
  return where.ok ? where.value : {}
}

async function playMeetings(town: Lindhavn, problem: Problem, script: WorkScript): Promise<void> {
  const { slug } = problem
  const { place, today, people } = town
  const seats = await seatsOf(town.database.read(place.id), problem.id)
  for (const meeting of script.meetings) {
    const day = today.subtract({ days: meeting.ago })
    const before = town.daysAgo(meeting.ago + 10)
    const { number } = await done(
      meeting.title,
      callMeeting(before, people.facilitator, {
        slug,
        title: meeting.title,
        day,
        starts: Temporal.PlainTime.from(meeting.starts),
        ends: Temporal.PlainTime.from(meeting.ends),
        place: meeting.place,
        access: meeting.access,
        documents: '',
        isOpen: true,
        closedGround: '',
        timeZone: place.timeZone,
      }),
    )
    const during = town.daysAgo(meeting.ago, 22)
    for (const [index, item] of meeting.items.entries()) {
      await done(
        item.title,
        addItem(before, people.facilitator, {
          slug,
          number,
          title: item.title,
          plannedMinutes: item.minutes,
          owner: item.owner,
        }),
      )
      if (item.notes === undefined) continue
      await done(
        item.title,
        writeMinutes(during, people.facilitator, {
          slug,
          number,
          item: index + 1,
          minutes: item.notes,
          decision: item.decision ?? '',
          seen: 0,
          reason: '',
        }),
      )
    }
    if (!meeting.absent) continue
    const absent = new Set(meeting.absent.map((key) => people[key].account as string))
    const present = seats.filter(({ account }) => !absent.has(account)).map(({ id }) => id)
    await done('attendance', recordAttendance(during, people.facilitator, { slug, number, present }))
  }
}

async function playQuestions(town: Lindhavn, problem: Problem, script: WorkScript): Promise<void> {
  const { slug } = problem
  const { people, place } = town
  // As they were asked, so that their numbers stand in the order of their days.
  const asked = (script.questions ?? []).toSorted((one, other) => other.ago - one.ago)
  for (const { by, to, ago, question, background, askedToo, reply } of asked) {
    const words = {
      slug,
      to: to === null ? null : people[to].person,
      question,
      background,
      language: 'en',
      calendar: place,
    }
    const { number } = await done(question, askQuestion(town.daysAgo(ago), people[by], words))
    for (const who of askedToo ?? []) await done(question, askToo(town.daysAgo(ago - 1), people[who], { slug, number }))
    if (!reply) continue
    await done(
      question,
      answerQuestion(town.daysAgo(reply.ago), people[reply.by], {
        slug,
        number,
        reply: reply.text,
        again: reply.again ?? false,
      }),
    )
    if (reply.isAnswer === undefined) continue
    const judged = { slug, number, isAnswer: reply.isAnswer, words: reply.words ?? '', calendar: place }
    await done(question, judgeAnswer(town.daysAgo(reply.ago - 1), people[by], judged))
  }
}
