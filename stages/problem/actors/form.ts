import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields } from '../../../platform/http/index.ts'
import { amounts, namedKinds, relations, resources, standings, type ActorWords } from './rules.ts'
import type { Choice } from './spokesperson-rules.ts'

const words = {
  name: field.name({ most: 120 }),
  kind: field.choice(namedKinds),
  relation: field.choice(relations),
  how: field.text({ most: 1000 }),
  howMuch: field.optional(field.choice(amounts)),
  knowledge: field.optionalText({ most: 1000 }),
  resources: field.choices(resources),
  resourceWords: field.optionalText({ most: 1000 }),
  standing: field.optional(field.choice(standings)),
  reached: field.optionalText({ most: 1000 }),
}

export const actorForm = fields(words)
/** Whether there is a reason is for the rule to say: it is asked for only where something changed. */
export const correctForm = fields({ ...words, reason: field.optionalText({ most: 1000 }), seen: field.number() })

type Read = Omit<ActorWords, 'howMuch' | 'standing'> & {
  readonly howMuch: ActorWords['howMuch'] | null
  readonly standing: ActorWords['standing'] | null
}

export function wordsFrom({ howMuch, standing, ...read }: Read): ActorWords {
  return {
    name: read.name,
    kind: read.kind,
    relation: read.relation,
    how: read.how,
    howMuch: howMuch ?? 'unknown',
    knowledge: read.knowledge,
    resources: read.resources,
    resourceWords: read.resourceWords,
    standing: standing ?? 'unknown',
    reached: read.reached,
  }
}

/** As the form shows what stands there now. */
export function typedFrom(actor: ActorWords): Readonly<Record<string, string | readonly string[]>> {
  return {
    name: actor.name,
    kind: actor.kind,
    relation: actor.relation,
    how: actor.how,
    howMuch: actor.howMuch,
    knowledge: actor.knowledge,
    resources: actor.resources,
    resourceWords: actor.resourceWords,
    standing: actor.standing,
    reached: actor.reached,
  }
}

/** Which of the others has to be filled in is for the rule to say. */
export const askForm = fields({
  who: field.choice(['me', 'office', 'ask']),
  person: field.optionalText({ most: 36 }),
  spokesName: field.name({ most: 120, least: 0 }),
  spokesEmail: field.optional(field.email()),
})
export const speakingForm = fields({ answer: field.choice(['yes', 'no']) })

type ReadChoice = {
  readonly who: Choice['who']
  readonly person: string
  readonly spokesName: string
  readonly spokesEmail: string | null
}

export function choiceFrom({ who, person, spokesName, spokesEmail }: ReadChoice): Choice {
  if (who === 'me') return { who }
  if (who === 'office') return { who, person: parseId('person', person) }
  return { who, name: spokesName, email: spokesEmail ?? '' }
}
