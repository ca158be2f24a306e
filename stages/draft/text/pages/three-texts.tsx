import { DiffKey, diffWords, WordDiff } from '../../../../ui/index.ts'
import type { Conflict } from '../merging.ts'
import type { SayText } from '../messages/words.ts'

export type ThreeTextsProps = { readonly say: SayText; readonly conflict: Conflict; readonly name: string }

/** What stood, what one writer made of it and what somebody else did: all three, with their words marked. */
export function ThreeTexts({ say, conflict, name }: ThreeTextsProps) {
  const { stood, written, now, place } = conflict
  const id = `asked-${place}`
  return (
    <section class="fm-amend" aria-labelledby={id}>
      <h2 class="fm-h-mid" id={id}>
        {say('asked.place', { place: name })}
      </h2>
      <h3 class="fm-mini">{say('asked.stood')}</h3>
      <p>{stood || say('asked.nothing')}</p>
      <h3 class="fm-mini">{say('asked.written')}</h3>
      {written === '' ? <p>{say('asked.emptied')}</p> : <WordDiff parts={diffWords(stood, written)} />}
      <h3 class="fm-mini">{say('asked.now')}</h3>
      {now === null || now === '' ? <p>{say('asked.taken-out')}</p> : <WordDiff parts={diffWords(stood, now)} />}
      <DiffKey
        struck={say('diff.struck')}
        takenOut={say('diff.taken-out')}
        underlined={say('diff.underlined')}
        putIn={say('diff.put-in')}
      />
      <p>{say('asked.choose')}</p>
    </section>
  )
}
