import { newId } from '@folkmoot/basics/ids.ts'
import { confirmAdoption, draftAdoption } from '../../../stages/mandate/adoption.ts'
import { answerGate, applyPreset, saveDraft } from '../../../stages/mandate/commands.ts'
import { latestMandate } from '../../../stages/mandate/index.ts'
import { presetNames, type PresetName } from '../../../stages/mandate/presets.ts'
import { noGroupRules } from '../../../stages/mandate/group-rules.ts'
import { gateQuestions } from '../../../stages/mandate/rules.ts'
import { resolutionsAbout } from '../../../platform/directory/index.ts'
import { hashOfToken, newToken } from '../../../platform/http/index.ts'
import { nameActor } from '../../../stages/problem/actors/commands.ts'
import { putSpokesperson } from '../../../stages/problem/actors/spokesperson-store.ts'
import { actorsOf } from '../../../stages/problem/actors/store.ts'
import { nothingMore } from '../../../stages/problem/actors/rules.ts'
import { raiseProblem, sponsorProblem } from '../../../stages/problem/commands.ts'
import { record } from '../../../stages/problem/facts.ts'
import { answerFraming, proposeFraming } from '../../../stages/problem/framing-commands.ts'
import { problemBySlug, type Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import type { MandateScript, Script } from './script.ts'

/** Raises the problem and plays what was said about it, up to who took it up. */
export async function playProblem(town: Lindhavn, script: Script): Promise<Problem> {
  const { people } = town
  const { slug } = await done(
    script.question,
    raiseProblem(town.daysAgo(script.ago), people[script.raisedBy], {
      question: script.question,
      whatHappens: script.whatHappens,
      whoIsAffected: script.whoIsAffected,
      language: script.language ?? 'en',
    }),
  )
  for (const actor of script.actors ?? []) {
    const { spokesperson, ...said } = actor
    const words = { ...nothingMore, ...said }
    const { number } = await done(actor.name, nameActor(town.daysAgo(script.ago - 1), people.clerk, { slug, words }))
    if (spokesperson) await speak(town, { slug, number, name: spokesperson, ago: script.ago - 1 })
  }
  for (const { who, words, ago } of script.sponsors ?? []) {
    await done(who, sponsorProblem(town.daysAgo(ago), people[who], { slug, words }))
  }
  const { reframing } = script
  if (reframing) {
    const { by, ago, answer, ...words } = reframing
    const { number } = await done(
      words.question,
      proposeFraming(town.daysAgo(ago), people[by], { slug, kind: 'words', ...words }),
    )
    if (answer) {
      await done(
        answer.reason,
        answerFraming(town.daysAgo(answer.ago), people[answer.by], {
          slug,
          number,
          isAccepted: answer.isAccepted,
          reason: answer.reason,
        }),
      )
    }
  }
  return found(town, slug)
}

type Speaking = { readonly slug: string; readonly number: number; readonly name: string; readonly ago: number }

/** Asked by mail, and she has said yes on the link. */
async function speak(town: Lindhavn, { slug, number, name, ago }: Speaking): Promise<void> {
  const at = town.daysAgo(ago)
  await at.transact(town.place.id, null, async (tx) => {
    const problem = await problemBySlug(tx, slug)
    const actor = (problem ? await actorsOf(tx, problem.id) : []).find((one) => one.number === number)
    if (!problem || !actor) throw new Error(`${name} speaks for nobody`)
    await putSpokesperson(tx, { actor: actor.id, name, how: 'link', tokenHash: hashOfToken(newToken()) })
    const agreed = { kind: 'problem.spokesperson-agreed', public: { number, how: 'link' } } as const
    await record(tx, { ...agreed, problem: problem.id, time: 'coarse' })
  })
}

export async function found(town: Lindhavn, slug: string): Promise<Problem> {
  const problem = await problemBySlug(town.database.read(town.place.id), slug)
  if (!problem) throw new Error(`the demonstration lost ${slug}`)
  return problem
}

/** Drafts the mandate and, where the script says so, lets the council adopt it. */
export async function playMandate(town: Lindhavn, problem: Problem, script: MandateScript): Promise<void> {
  const { slug } = problem
  const leader = leaderOf(town, problem)
  const database = town.daysAgo(script.ago)
  const name = presetNames.find((one) => one === script.preset) as PresetName // scripts name shipped presets
  await done(script.preset, applyPreset(database, leader, { slug, name, typed: null }))
  const day = (ago: number): Temporal.PlainDate => town.today.subtract({ days: ago })
  const begun = await latestMandate(town.database.read(town.place.id), problem.id)
  await done(
    script.question,
    saveDraft(database, leader, {
      slug,
      seen: begun?.revision ?? 0,
      terms: {
        question: script.question,
        background: script.background,
        tasks: script.tasks,
        outOfScope: script.outOfScope,
        parentBody: town.works,
        recipientBody: town.council,
        politicians: script.politicians,
        citizens: script.citizens,
        minGenderShare: 0.4,
        profiles: script.profiles.map((profile) => ({ id: newId('profile'), ...profile })),
        startsOn: day(script.startsAgo),
        endsOn: day(script.endsAgo),
        meetings: script.meetings,
        economicFrame: script.economicFrame,
        promise: 'collaborate',
        matters: script.matters,
        canChange: '',
        cannotChange: '',
        answerRule: script.answerWithin,
        group: begun?.group ?? noGroupRules,
      },
    }),
  )
  if (script.adopted) await adopt(town, problem, script.adopted)
}

async function adopt(town: Lindhavn, problem: Problem, adopted: NonNullable<MandateScript['adopted']>): Promise<void> {
  const { slug } = problem
  const { people } = town
  const database = town.daysAgo(adopted.ago, 17)
  const answers = gateQuestions.map((question, index) => ({ question, isYes: true, reason: adopted.gate[index] ?? '' }))
  await done('gate', answerGate(town.daysAgo(adopted.ago + 2), leaderOf(town, problem), { slug, answers }))
  await done(
    adopted.reference,
    draftAdoption(database, people.clerk, {
      slug,
      seen: (await latestMandate(town.database.read(town.place.id), problem.id))?.revision ?? 0,
      place: town.place,
      body: town.council,
      motion: `The council adopts the mandate “${problem.question}”.`,
      decidedOn: town.today.subtract({ days: adopted.ago }),
      reference: adopted.reference,
      votesFor: adopted.votesFor,
      votesAgainst: adopted.votesAgainst,
      abstentions: adopted.abstentions,
      isCarried: true,
      dissent: adopted.dissent,
      loweringReason: '',
    }),
  )
  const read = town.database.read(town.place.id)
  const mandate = await latestMandate(read, problem.id)
  const [resolution] = mandate ? await resolutionsAbout(read, [mandate.id]) : []
  await done(
    'confirm',
    confirmAdoption(database, people.ragna, { slug, place: town.place, resolution: resolution?.id }),
  )
}

function leaderOf(town: Lindhavn, problem: Problem) {
  const leader = Object.values(town.people).find(({ person }) => person !== null && person === problem.sponsors[0])
  if (!leader) throw new Error(`nobody has taken up ${problem.slug}`)
  return leader
}
