import { addComment } from '../../../stages/draft/ideas/commenting.ts'
import { addIdea } from '../../../stages/draft/ideas/commands.ts'
import { joinIdea } from '../../../stages/draft/ideas/joining.ts'
import { mergeIdea, objectToMerger } from '../../../stages/draft/ideas/merging.ts'
import { sortIdeas } from '../../../stages/draft/ideas/sorting.ts'
import { writeDownIdea } from '../../../stages/draft/ideas/writing-down.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'
import { lindhavnsPlaces } from './outline.ts'
import type { PersonKey } from './cast.ts'

const pointOf = (area: string) => {
  const { latitude, longitude } = lindhavnsPlaces.find(({ name }) => name === area) ?? { latitude: 0, longitude: 0 }
  return { point: { latitude, longitude }, area }
}

/** What came after the first ones on the way to school: a letter, an evening, answers, two that said the same and two that did not. */
export async function playIdeas(town: Lindhavn, { slug, id }: Problem): Promise<void> {
  const { people, daysAgo } = town
  const facilitator = town.inArena('facilitator', id, 'facilitator')
  const say = (who: PersonKey, ago: number, number: number, text: string, replyTo: number | null = null) =>
    done(text, addComment(daysAgo(ago), people[who], { slug, number, text, replyTo, language: 'en' }))

  await done(
    'a letter',
    writeDownIdea(daysAgo(48), people.clerk, {
      slug,
      kind: 'experience',
      title: 'I wait until they are inside',
      text: 'I am eighty-one and live across from the school. Each morning I stand at the window until the last small one is over the road. Nobody stops for them.',
      place: 'School Lane',
      language: 'en',
      ...pointOf('School Lane'),
      channel: 'paper',
      occasion: '',
      email: '',
    }),
  )
  await done(
    'a sheet',
    writeDownIdea(daysAgo(47), facilitator, {
      slug,
      kind: 'idea',
      title: 'Paint the crossing like a piano',
      text: 'Then cars see it, and children want to walk on it.',
      place: 'Church Corner',
      language: 'en',
      ...pointOf('Church Corner'),
      channel: 'event',
      occasion: 'Open evening at the library',
      email: '',
    }),
  )
  await done(
    'the same lamp',
    addIdea(daysAgo(44), people.leo, {
      slug,
      kind: 'experience',
      title: 'No light between bakery and school',
      text: 'Only one lamp works there. I hold my phone up so that cars see me.',
      place: 'School Lane, by the bakery',
      language: 'en',
      ...pointOf('School Lane'),
    }),
  )
  await done(
    'another lamp',
    addIdea(daysAgo(43), people.otto, {
      slug,
      kind: 'idea',
      title: 'Lamps that wake up when somebody comes',
      text: 'Light only when it is needed, so that the bats in the park have their dark.',
      place: 'Lind Park',
      language: 'en',
      ...pointOf('Lind Park'),
    }),
  )
  for (const who of ['sofie', 'hanna', 'samir', 'zara'] as const)
    await done('the lamp', joinIdea(daysAgo(42), people[who], { slug, number: 1 }))
  for (const who of ['karen', 'mina'] as const)
    await done('the pavement', joinIdea(daysAgo(40), people[who], { slug, number: 3 }))
  await say(
    'idris',
    41,
    1,
    'I walked there on Tuesday at seven. It is as you say: one of nine. I have asked the works committee for the list of faults.',
  )
  await say('mina', 40, 1, 'Thank you. The girls ask every evening whether it is fixed.', 1)
  await say(
    'officer',
    39,
    1,
    'Three of the eight are reported and wait for a cable. The other five are not on our list yet.',
    1,
  )
  await say('viktor', 38, 1, 'It has been like this since the bakery was rebuilt.')
  await say(
    'henrik',
    37,
    9,
    'What if the parking is on the sports ground, and your drive is free? Would you mind the walk?',
  )
  await say('jens', 36, 9, 'I would not. But somebody has to stand there and say so.', 1)
  const lamps = { slug, number: 12 }
  await done(
    'merge',
    mergeIdea(daysAgo(35), facilitator, {
      ...lamps,
      into: 1,
      reason: 'Both tell of the one lamp between the bakery and the school.',
    }),
  )
  const waking = { slug, number: 13 }
  await done('merge', mergeIdea(daysAgo(35, 11), facilitator, { ...waking, into: 1, reason: 'Both are about lamps.' }))
  await done(
    'object',
    objectToMerger(daysAgo(34), people.otto, {
      ...waking,
      reason: 'Mine is not about a broken lamp. It is about having less light where nobody walks.',
    }),
  )
  await sortIdeas(town.database, town.place.id, id)
}
