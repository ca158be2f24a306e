import type { Actor } from '@folkmoot/basics/actor.ts'
import { giveAnswer } from '../../../stages/decision/answers/commands.ts'
import { replyToDirection, sendDirection } from '../../../stages/decision/checks/commands.ts'
import { handOver, setDates, writeStaffNote } from '../../../stages/decision/commands.ts'
import { askAtMeeting, replyAtMeeting } from '../../../stages/decision/questions/commands.ts'
import { holdReturn } from '../../../stages/decision/returns/commands.ts'
import { answersOf } from '../../../stages/decision/index.ts'
import { targetsOf } from '../../../stages/decision/referrals/targets.ts'
import { packageOf } from '../../../stages/decision/store.ts'
import { closePackage, confirmVote, draftVote, votesOf } from '../../../stages/decision/voting/commands.ts'
import { reachMilestone, report } from '../../../stages/delivery/commands.ts'
import { commit, confirm } from '../../../stages/delivery/committing.ts'
import { pledge, settlePledge } from '../../../stages/delivery/pledges/commands.ts'
import { rolesInArena, seatsOf } from '../../../stages/arena/index.ts'
import { prepareAccount, signAccount } from '../../../stages/outcome/account/commands.ts'
import { intend, measure } from '../../../stages/outcome/commands.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import { carryPassedOn } from './pass-on.ts'
import type { AnswerScript, CommitmentScript, OutcomeScript } from './script.ts'

/** From the check with the parent committee to the closed package. */
export async function playAnswer(town: Lindhavn, problem: Problem, script: AnswerScript): Promise<void> {
  const { slug } = problem
  const { people, place } = town
  const day = (ago: number): Temporal.PlainDate => town.today.subtract({ days: ago })
  const leading = await chairOf(town, problem)
  if (script.check) {
    await done('check', sendDirection(town.daysAgo(script.check.ago), leading, { slug, text: script.check.text }))
    const { by, ago, questions, limits } = script.check.reply
    await done(
      'reply',
      replyToDirection(town.daysAgo(ago), people[by], { slug, number: 1, questions, limits, isForGroup: false }),
    )
  }
  const at = town.daysAgo(script.handedOverAgo)
  await done('hand over', handOver(at, leading, { slug, place, language: 'en' }))
  await done(
    'dates',
    setDates(at, leading, { slug, meetingOn: day(script.meetingAgo), returnOn: day(script.returnAgo) }),
  )
  if (script.staffNote) await done('note', writeStaffNote(at, people.officer, { slug, text: script.staffNote }))
  const targets = await targetsOf(town.database, place)
  for (const answer of script.answers) {
    const target = targets.find(({ name }) => name === answer.referTo)
    await done(
      `answer ${answer.number}`,
      giveAnswer(town.daysAgo(answer.ago), people[answer.by], {
        slug,
        place,
        number: answer.number,
        kind: answer.kind,
        reason: answer.reason,
        amendedText: answer.amendedText ?? '',
        targets,
        referBody: target?.body ?? '',
        referTo: target ? '' : (answer.referTo ?? ''),
        referBy: answer.referByAgo === undefined ? null : day(answer.referByAgo),
        parkUntil: answer.parkUntilAgo === undefined ? null : day(answer.parkUntilAgo),
      }),
    )
  }
  await playVotes(town, problem, script)
  if (script.closedAgo !== undefined)
    await done('close', closePackage(town.daysAgo(script.closedAgo), people.ragna, { slug }))
  await playMeetings(town, slug, script)
}

/** What was asked for both meetings, and what the mayor said when they met again. */
async function playMeetings(
  town: Lindhavn,
  slug: string,
  { asked = [], returned, returnAgo }: AnswerScript,
): Promise<void> {
  const { people, place } = town
  for (const { by, ago, about, text, reply } of asked) {
    const question = { slug, place, about, text, language: 'en' }
    const { number } = await done('question', askAtMeeting(town.daysAgo(ago), people[by], question))
    if (!reply) continue
    const words = { slug, place, number, reply: reply.text }
    await done('reply', replyAtMeeting(town.daysAgo(reply.ago), people[reply.by], words))
  }
  if (!returned) return
  const heldOn = town.today.subtract({ days: returnAgo })
  const items = new Map(returned.items.map(({ number, words }) => [number, words]))
  const said = { slug, place, heldOn, words: returned.words, items }
  await done('return', holdReturn(town.daysAgo(returned.ago), people.ragna, said))
}

/** Whoever leads the group of the case, with what that lets her do. */
export async function chairOf({ database, people, place }: Lindhavn, { id, slug }: Problem): Promise<Actor> {
  const read = database.read(place.id)
  const seat = (await seatsOf(read, id)).find(({ isChair }) => isChair)
  const chair = Object.values(people).find(({ account }) => account === seat?.account)
  if (!chair) throw new Error(`${slug} has no chair`)
  return { ...chair, roles: [...chair.roles, ...(await rolesInArena(read, slug, chair))] }
}

async function playVotes(town: Lindhavn, problem: Problem, script: AnswerScript): Promise<void> {
  const { slug } = problem
  const { people, place } = town
  for (const { number, vote } of script.answers) {
    if (!vote) continue
    const database = town.daysAgo(vote.ago, 19)
    const read = town.database.read(place.id)
    const seen = new Map((await answersOf(read, problem.id)).map((item) => [item.number, item.answer?.version ?? 0]))
    await done(
      vote.reference,
      draftVote(database, people.clerk, {
        slug,
        place,
        number,
        seen,
        motion: `To give this answer to recommendation ${number}.`,
        reference: vote.reference,
        isCarried: true,
        dissent: vote.dissent,
        votesFor: vote.for,
        votesAgainst: vote.against,
        abstentions: vote.abstain,
        decidedOn: town.today.subtract({ days: vote.ago }),
      }),
    )
    const pack = await packageOf(read, problem.id)
    const waiting = (pack ? await votesOf(read, pack) : []).filter(({ confirmedAt }) => confirmedAt === null)
    for (const { id } of waiting)
      await done(vote.reference, confirmVote(database, people.ragna, { slug, resolution: id }))
    await carryPassedOn(database, town, problem)
  }
}

export async function playDelivery(
  town: Lindhavn,
  problem: Problem,
  commitments: readonly CommitmentScript[],
): Promise<void> {
  const { slug } = problem
  const { people, place } = town
  const day = (ago: number): Temporal.PlainDate => town.today.subtract({ days: ago })
  let pledges = 0
  for (const script of commitments) {
    const { person } = people[script.owner]
    if (person === null) throw new Error(`${script.owner} is no politician`)
    const { number } = await done(
      script.title,
      commit(town.daysAgo(script.ago), people.clerk, {
        slug,
        place,
        recommendation: script.recommendation,
        title: script.title,
        office: script.office,
        owner: person,
        budgetLine: script.budgetLine,
        needsNoBudget: script.budgetLine === '',
        nextReportOn: day(script.nextReportAgo),
        milestones: script.milestones.map(({ title, dueAgo }) => ({ what: title, dueOn: day(dueAgo) })),
      }),
    )
    // Prepared by the clerk, as it is done in most town halls; it is a promise from the politician's press on.
    await done(script.title, confirm(town.daysAgo(script.ago), people[script.owner], { slug, number }))
    if (script.pledge) {
      const { by, ago, what, howMuch, untilAgo, settled } = script.pledge
      pledges += 1
      await done(
        what,
        pledge(town.daysAgo(ago), people[by], { slug, place, commitment: number, what, howMuch, by: day(untilAgo) }),
      )
      if (settled) {
        const { deliveredAgo, deliveredMuch, isKept, words } = settled
        const deliveredOn = deliveredAgo === undefined ? null : day(deliveredAgo)
        const settling = { slug, number: pledges, isKept, words, deliveredOn, deliveredMuch: deliveredMuch ?? '' }
        await done(what, settlePledge(town.daysAgo(settled.ago), people[by], settling))
      }
    }
    for (const [index, { title, reachedAgo }] of script.milestones.entries()) {
      if (reachedAgo === undefined) continue
      await done(
        title,
        reachMilestone(town.daysAgo(reachedAgo), people[script.owner], {
          slug,
          place,
          number,
          milestone: index + 1,
          on: day(reachedAgo),
        }),
      )
    }
    for (const { ago, text, standing, reason, nextReportAgo } of script.reports ?? []) {
      const nextReportOn = nextReportAgo === undefined ? null : day(nextReportAgo)
      await done(
        text,
        report(town.daysAgo(ago), people[script.owner], { slug, place, number, text, standing, reason, nextReportOn }),
      )
    }
  }
}

export async function playOutcome(town: Lindhavn, problem: Problem, script: OutcomeScript): Promise<void> {
  const { slug } = problem
  const { people, place } = town
  const day = (ago: number): Temporal.PlainDate => town.today.subtract({ days: ago })
  for (const indicator of script.indicators) {
    const { baseline, target } = indicator
    const { number } = await done(
      indicator.name,
      intend(town.daysAgo(indicator.ago), people.clerk, {
        slug,
        place,
        name: indicator.name,
        unit: indicator.unit,
        commitments: [indicator.commitment],
        baselineValue: baseline?.value ?? null,
        baselineOn: baseline ? day(baseline.ago) : null,
        baselineSource: baseline?.source ?? '',
        targetValue: target.value,
        targetBy: day(target.untilAgo),
      }),
    )
    for (const { ago, value, source, range } of indicator.measurements) {
      await done(
        indicator.name,
        measure(town.daysAgo(ago, 12), people.clerk, {
          slug,
          place,
          number,
          value,
          on: day(ago),
          source,
          range: range ?? null,
        }),
      )
    }
  }
  if (!script.account) return
  const { ago, signedBy, ...words } = script.account
  await done('account', prepareAccount(town.daysAgo(ago + 2), people.clerk, { slug, ...accountWords(words) }))
  await done('sign', signAccount(town.daysAgo(ago), people[signedBy], { slug, version: 1 }))
}

type Written = Omit<NonNullable<OutcomeScript['account']>, 'ago' | 'signedBy'>

function accountWords({ forWhom, whatCame, sideEffects, fairness, whoBenefits, whoPays, authority, cost }: Written) {
  return {
    intendedFor: forWhom,
    whatCame,
    sideEffects,
    fairness,
    whoBenefits,
    whoPays,
    authorityUsed: authority,
    costMinor: cost * 100,
    costCurrency: 'DKK',
    costWords: '',
  }
}
