import { Note } from '../../../../ui/index.ts'
import type { SayActor } from '../messages/words.ts'
import { isAffected, notHeard, unspokenFor } from '../missing.ts'
import type { ActorWords } from '../rules.ts'
import type { ActorRow } from '../store.ts'
import { namesLine } from './lines.ts'

export type MissingProps = {
  readonly say: SayActor
  readonly lang: string
  readonly actors: readonly ActorRow[]
}

/** Who is missing, in sentences: affected groups nobody speaks for, and who was not heard. */
export function Missing({ say, lang, actors }: MissingProps) {
  const [unspoken, unheard] = [unspokenFor(actors), notHeard(actors)]
  const names = (these: readonly ActorWords[]): string =>
    namesLine(
      lang,
      these.map(({ name }) => name),
    )
  return (
    <Note icon={unspoken.length > 0 || unheard.length > 0 ? 'people' : 'agree'}>
      <p>
        {actors.some(isAffected)
          ? unspoken.length > 0
            ? say('map.unspoken', { names: names(unspoken) })
            : say('map.all-spoken')
          : say('map.no-affected')}
      </p>
      {unheard.length > 0 ? <p>{say('map.not-heard', { names: names(unheard) })}</p> : null}
    </Note>
  )
}
