import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Actions, ButtonLink, FigureRow } from '../../../ui/index.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { Consultation, Statement } from '../store.ts'

export type AllAnsweredProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly consultation: Consultation | undefined
  readonly statements: readonly Statement[]
  readonly mine: ReadonlyMap<string, Choice>
  readonly isArriving: boolean
}

const choices: readonly Choice[] = ['agree', 'disagree', 'pass']

/** She has said what she thinks of everything: what that was, where it shows, and what else she can say. */
export function AllAnswered({ reader, say, slug, consultation, statements, mine, isArriving }: AllAnsweredProps) {
  const said = statements.map(({ id }) => mine.get(id))
  const waits = consultation?.shows === 'after-close'
  return (
    <section class="fm-statement" aria-labelledby="done" tabindex={-1} autofocus={isArriving}>
      <h2 id="done">{say('vote.all-done')}</h2>
      <FigureRow
        figures={choices.map((choice) => ({
          number: say('vote.count', { count: said.filter((one) => one === choice).length }),
          label: say(`choice.${choice}`),
        }))}
      />
      <p>{say('vote.all-done-next')}</p>
      {waits && consultation ? (
        <p>{say('vote.map-closed', { deadline: reader.time.deadline(consultation.closesAt) })}</p>
      ) : null}
      <Actions>
        {waits ? null : <ButtonLink href={reader.to('opinion.map', { problem: slug })}>{say('link.map')}</ButtonLink>}
        <ButtonLink href={reader.to('opinion.new', { problem: slug })} variant="secondary" icon="edit">
          {say('link.new')}
        </ButtonLink>
        <ButtonLink href={reader.to('opinion.mine', { problem: slug })} variant="tertiary">
          {say('link.mine')}
        </ButtonLink>
      </Actions>
    </section>
  )
}
