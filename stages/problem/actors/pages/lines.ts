import type { SayActor } from '../messages/words.ts'
import { resources, type ActorWords } from '../rules.ts'

/** "Knowledge, Rooms and places, Hands and time", or that nothing is named. */
export function bringsLine(say: SayActor, actor: Pick<ActorWords, 'knowledge' | 'resources'>): string {
  const named = [
    ...(actor.knowledge === '' ? [] : [say('resource.knowledge')]),
    ...resources.filter((one) => actor.resources.includes(one)).map((one) => say(`resource.${one}`)),
  ]
  return named.length === 0 ? say('resource.none') : named.join(', ')
}

export function namesLine(lang: string, names: readonly string[]): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(names)
}
