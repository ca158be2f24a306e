import { field, fields } from '../../../platform/http/index.ts'
import { amounts, kinds, relations, resources, standings, type ActorWords } from './rules.ts'

const words = {
  name: field.name({ most: 120 }),
  kind: field.choice(kinds),
  relation: field.choice(relations),
  how: field.text({ most: 1000 }),
  howMuch: field.optional(field.choice(amounts)),
  knowledge: field.optionalText({ most: 1000 }),
  resources: field.choices(resources),
  resourceWords: field.optionalText({ most: 1000 }),
  spokesperson: field.name({ most: 120, least: 0 }),
  hasAgreed: field.ticked(),
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
    spokesperson: read.spokesperson,
    hasAgreed: read.hasAgreed && read.spokesperson !== '',
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
    spokesperson: actor.spokesperson,
    standing: actor.standing,
    reached: actor.reached,
    ...(actor.hasAgreed ? { hasAgreed: 'yes' } : {}),
  }
}
