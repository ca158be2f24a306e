import { newId } from '@folkmoot/basics/ids.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import type { Database } from '../../../platform/db/index.ts'
import { allJurisdictions, resolutionsAbout, type Jurisdiction } from '../../../platform/directory/index.ts'
import { confirmAdoption, draftAdoption } from '../../../stages/mandate/adoption.ts'
import { answerGate, applyPreset, saveDraft } from '../../../stages/mandate/commands.ts'
import { latestMandate } from '../../../stages/mandate/index.ts'
import { gateQuestions } from '../../../stages/mandate/rules.ts'
import { noTerms } from '../../../stages/mandate/terms.ts'
import { nameActor } from '../../../stages/problem/actors/commands.ts'
import { nothingMore } from '../../../stages/problem/actors/rules.ts'
import { raiseProblem, sponsorProblem } from '../../../stages/problem/commands.ts'
import { problemBySlug, type Problem } from '../../../stages/problem/index.ts'
import { done } from '../lindhavn/done.ts'
import type { Lindhavn } from '../lindhavn/found.ts'
import { ferryNoise } from '../lindhavn/cases/ferry-noise.ts'
import { shade } from '../lindhavn/cases/shade.ts'
import { ferryRights, heat, roadSide, summers } from './cases.ts'
import { foundPlace, type FoundedPlace } from './found-place.ts'
import { handOver } from './hand-over.ts'
import { estrand, northernUnion, vestmark } from './places.ts'

export type Levels = {
  readonly union: FoundedPlace
  readonly estrand: FoundedPlace
  readonly vestmark: FoundedPlace
}

/** The union and its two nations, before anything was raised in them. */
export async function foundLevels(database: Database): Promise<Levels> {
  const union = await foundPlace(database, northernUnion, null)
  return {
    union,
    estrand: await foundPlace(database, estrand, union.place.id),
    vestmark: await foundPlace(database, vestmark, union.place.id),
  }
}

/** What the nation and the union work on, and what goes up and down between them and Lindhavn. */
export async function playLevels(levels: Levels, town: Lindhavn, say: (line: string) => void): Promise<void> {
  await playHeat(levels.estrand)
  say(`Estrand: ${heat.question}`)
  const places = await allJurisdictions(town.database)
  await handUp(levels.estrand, town, places)
  await playSummers(levels, town, places)
  say(`Northern Union: ${summers.question}`)
}

async function handUp(nation: FoundedPlace, town: Lindhavn, places: readonly Jurisdiction[]): Promise<void> {
  const toNation = { from: town.place, to: nation.place, places, kind: 'whole' } as const
  const ferry = await handOver(town.daysAgo(26), {
    ...toNation,
    slug: slugOf(ferryNoise.question, 'problem'),
    by: town.people.pia,
    reason: ferryRights.reason,
  })
  await ferry.answer(town.daysAgo(18), {
    by: nation.who(ferryRights.answer.who),
    isAccepted: true,
    reason: ferryRights.answer.reason,
  })
  await handOver(town.daysAgo(2), {
    ...toNation,
    slug: slugOf(shade.question, 'problem'),
    by: town.people.ellen,
    reason: roadSide.reason,
  })
}

async function playHeat(nation: FoundedPlace): Promise<void> {
  const problem = await raised(nation, heat, 150)
  for (const actor of heat.actors) {
    const words = { ...nothingMore, ...actor }
    await done(actor.name, nameActor(nation.daysAgo(148), nation.who('clerk'), { slug: problem.slug, words }))
  }
  const { mandate } = heat
  const { slug } = problem
  const leader = nation.who('astrid')
  const terms = {
    ...noTerms(problem),
    question: mandate.question,
    background: mandate.background,
    tasks: mandate.tasks,
    outOfScope: mandate.outOfScope,
    parentBody: nation.committee,
    recipientBody: nation.chamber,
    profiles: [{ id: newId('profile'), name: 'Residents drawn by lot', wanted: 12, description: '' }],
    startsOn: nation.today.add({ days: 20 }),
    endsOn: nation.today.add({ days: 110 }),
    economicFrame: mandate.economicFrame,
    promise: 'collaborate',
    matters: mandate.matters,
    answerRule: { count: 2, unit: 'months' },
  } as const
  await done(slug, applyPreset(nation.daysAgo(70), leader, { slug, name: 'wallonia', typed: { seen: 0, terms } }))
  // A small parliament keeps the model's ratio and changes its numbers.
  const begun = await latestMandate(nation.database.read(nation.place.id), problem.id)
  const smaller = { ...terms, ...begun, politicians: 4, citizens: 12 }
  await done(slug, saveDraft(nation.daysAgo(66), leader, { slug, seen: begun?.revision ?? 0, terms: smaller }))
  const answers = gateQuestions.map((question, at) => ({ question, isYes: true, reason: mandate.gate[at] ?? '' }))
  await done('gate', answerGate(nation.daysAgo(60), leader, { slug, answers }))
  await adopt(nation, problem)
}

async function adopt(nation: FoundedPlace, { id, slug }: Problem): Promise<void> {
  const read = nation.database.read(nation.place.id)
  const day = nation.daysAgo(45, 17)
  await done(
    heat.mandate.reference,
    draftAdoption(day, nation.who('clerk'), {
      slug,
      seen: (await latestMandate(read, id))?.revision ?? 0,
      place: nation.place,
      body: nation.chamber,
      motion: `Parliament adopts the mandate “${heat.mandate.question}”.`,
      decidedOn: nation.today.subtract({ days: 45 }),
      reference: heat.mandate.reference,
      votesFor: 6,
      votesAgainst: 2,
      abstentions: 1,
      isCarried: true,
      dissent: heat.mandate.dissent,
      loweringReason: '',
    }),
  )
  const mandate = await latestMandate(read, id)
  const [resolution] = mandate ? await resolutionsAbout(read, [mandate.id]) : []
  await done(
    'confirm',
    confirmAdoption(day, nation.who('astrid'), { slug, place: nation.place, resolution: resolution?.id }),
  )
}

async function playSummers(
  { union, estrand: nation, vestmark: other }: Levels,
  town: Lindhavn,
  places: readonly Jurisdiction[],
) {
  const problem = await raised(union, summers, 90)
  const parts = {
    from: union.place,
    places,
    kind: 'part',
    slug: problem.slug,
    by: union.who('elin'),
    reason: summers.invitation,
  } as const
  for (const [place, answer, ago] of [
    [nation, summers.answers.estrand, 30],
    [other, summers.answers.vestmark, 27],
  ] as const) {
    const part = await handOver(union.daysAgo(40), { ...parts, to: place.place })
    const isAccepted = place === nation
    await part.answer(union.daysAgo(ago), { by: place.who(answer.who), isAccepted, reason: answer.reason })
  }
  await handOver(union.daysAgo(12), { ...parts, to: town.place })
}

type Raised = typeof heat | typeof summers

/** Raised by a resident and taken up across the benches. */
async function raised(at: FoundedPlace, script: Raised, ago: number): Promise<Problem> {
  const { question, whatHappens, whoIsAffected } = script
  const words = { question, whatHappens, whoIsAffected, language: 'en' }
  const { slug } = await done(question, raiseProblem(at.daysAgo(ago), at.who(script.raisedBy), words))
  for (const [index, { who, words: why }] of script.sponsors.entries())
    await done(who, sponsorProblem(at.daysAgo(ago - 8 - index), at.who(who), { slug, words: why }))
  const problem = await problemBySlug(at.database.read(at.place.id), slug)
  if (!problem) throw new Error(`the demonstration lost ${slug}`)
  return problem
}
