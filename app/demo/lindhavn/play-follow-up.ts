import { replyToWord, reportStatus, sayWord, setRhythm, stay } from '../../../stages/delivery/monitors/commands.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import { chairOf } from './play-answer.ts'
import type { FollowUpScript } from './script.ts'

/** Members stay until it is carried out: what they are told, what they say to it, and what they ask. */
export async function playFollowUp(town: Lindhavn, problem: Problem, script: FollowUpScript): Promise<void> {
  const { people, place } = town
  const at = { slug: problem.slug, place }
  const endsOn = town.today.subtract({ days: script.endsAgo })
  const chair = await chairOf(town, problem)
  await done('rhythm', setRhythm(town.daysAgo(script.ago), chair, { ...at, months: script.months, endsOn }))
  for (const { who, ago } of script.stays)
    await done(`${who} stays`, stay(town.daysAgo(ago), people[who], { ...at, stays: true }))
  let number = 0
  for (const { by, ago, text, words } of script.reports) {
    await done(text, reportStatus(town.daysAgo(ago), people[by], { ...at, text }))
    for (const word of words) {
      number += 1
      const { rating, question, reply } = word
      const saying = { ...at, rating, question, language: 'en' }
      await done(question, sayWord(town.daysAgo(word.ago), people[word.by], saying))
      if (reply)
        await done(
          reply.text,
          replyToWord(town.daysAgo(reply.ago), people[reply.by], { ...at, number, text: reply.text }),
        )
    }
  }
}
