import { Note, SaidList, saidHere, Sentence } from '../../../../ui/index.ts'
import type { SayActor } from '../messages/words.ts'
import { isAffected, notHeard, unspokenFor } from '../missing.ts'
import type { ActorRow } from '../store.ts'

export type MissingProps = {
  readonly say: SayActor
  readonly lang: string
  readonly actors: readonly ActorRow[]
}

/** Who is missing, in sentences: affected groups nobody speaks for, and who was not heard. */
export function Missing({ say, lang, actors }: MissingProps) {
  const [unspoken, unheard] = [unspokenFor(actors), notHeard(actors)]
  const names = (these: readonly ActorRow[]) => (
    <SaidList lang={lang} all={these.map(({ language, name }) => ({ lang: language, children: name }))} />
  )
  return (
    <Note icon={unspoken.length > 0 || unheard.length > 0 ? 'people' : 'agree'}>
      <p>
        {actors.some(isAffected) ? (
          unspoken.length > 0 ? (
            <Sentence text={say('map.unspoken', { names: saidHere })}>{names(unspoken)}</Sentence>
          ) : (
            say('map.all-spoken')
          )
        ) : (
          say('map.no-affected')
        )}
      </p>
      {unheard.length > 0 ? (
        <p>
          <Sentence text={say('map.not-heard', { names: saidHere })}>{names(unheard)}</Sentence>
        </p>
      ) : null}
    </Note>
  )
}
