import { seeded } from '@folkmoot/basics/seeded.ts'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { answerSurvey, openSurvey } from '../../../stages/outcome/surveys/commands.ts'
import { itemsFor, type Item } from '../../../stages/outcome/surveys/instruments.ts'
import { surveysPoll } from '../../../stages/outcome/surveys/jobs.ts'
import { groups } from '../../../stages/outcome/surveys/rules.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import type { SurveyScript } from './script.ts'

/** Rounds of questions: who was asked answers or is silent, and what they say lies around what the script says they lean to. */
export async function playSurveys(town: Lindhavn, problem: Problem, scripts: readonly SurveyScript[]): Promise<void> {
  const { place, people, voters } = town
  const { slug } = problem
  for (const script of scripts) {
    const { moment, ago, days } = script
    const closesOn = town.today.subtract({ days: ago - days })
    await done(`survey ${moment}`, openSurvey(town.daysAgo(ago), people.clerk, { slug, place, moment, closesOn }))
    const random = seeded(`${slug} ${moment}`)
    for (const actor of [...Object.values(people), ...voters]) {
      if (random() > script.share) continue
      await answer(town, actor, { slug, script, random })
    }
    if (ago > days) await surveysPoll(town.daysAgo(ago - days - 1), place.id)
  }
}

type Answering = { readonly slug: string; readonly script: SurveyScript; readonly random: () => number }

/** Whoever was not asked has nothing to answer, and is passed by. */
async function answer(town: Lindhavn, actor: Actor, { slug, script, random }: Answering): Promise<void> {
  const { moment, leaning } = script
  const asked = new Set(groups.flatMap((group) => itemsFor(group, moment)))
  const answers = new Map([...asked].map((item) => [item, around(item, leaning, random)]))
  const given = await answerSurvey(town.daysAgo(script.ago - 2), actor, { slug, moment, answers })
  if (!given.ok && given.refusal !== 'not-asked') throw new Error(`the demonstration was refused: ${given.refusal}`)
}

/** A risk is seen the smaller, the better one thinks of it. */
function around({ from, to, ends }: Item, leaning: number, random: () => number): number {
  const towards = ends === 'risk' ? 1 - leaning : leaning
  const spread = (random() + random() - 1) * 0.5
  return Math.round(from + (to - from) * Math.min(1, Math.max(0, towards + spread)))
}
