import type { Reader } from '../../../../platform/http/index.ts'
import { Said, Section, StateTag, Table, type IconName, type TagColor } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { reachedIn, type AffectedLine, type AffectedState } from '../affected.ts'
import type { SayRepresentation } from '../messages/words.ts'

export type AffectedProps = {
  readonly reader: Pick<Reader, 'to'>
  readonly say: SayRepresentation
  readonly problem: Pick<Problem, 'slug'>
  readonly affected: readonly AffectedLine[]
}

/** Who sits at the table against the list of those the problem affects: in a sentence, then group by group. */
export function Affected({ reader, say, problem, affected }: AffectedProps) {
  const all = { href: reader.to('problem.actors', { problem: problem.slug }), text: say('affected.all') }
  return (
    <Section id="affected" title={say('affected.title')} more={all}>
      {affected.length === 0 ? <p class="fm-text">{say('affected.none')}</p> : <Groups {...{ say, affected }} />}
    </Section>
  )
}

function Groups({ say, affected }: Pick<AffectedProps, 'say' | 'affected'>) {
  const { reached, missing } = reachedIn(affected)
  return (
    <>
      <p class="fm-text">
        {say('affected.sum', { reached: reached.length, all: affected.length })}{' '}
        {missing.length > 0 ? (
          <strong>
            {say('affected.missing')}{' '}
            {missing.map(({ actor }, at) => (
              <>
                {at === 0 ? null : ', '}
                <Said lang={actor.language}>{actor.name}</Said>
              </>
            ))}
            .
          </strong>
        ) : null}
      </p>
      <Table
        caption={say('affected.title')}
        isCaptionHidden
        columns={[{ label: say('affected.group') }, { label: say('affected.kept') }, { label: say('affected.state') }]}
        rows={affected.map(({ actor, kept, wanted, filled, state }) => ({
          cells: [
            <Said lang={actor.language}>{actor.name}</Said>,
            kept.length === 0
              ? say('affected.kept-none')
              : say('affected.kept-of', { profiles: kept.join(', '), filled, wanted }),
            <StateTag {...looks[state]}>{say(`affected.state-${state}`)}</StateTag>,
          ],
        }))}
      />
    </>
  )
}

const looks: Readonly<Record<AffectedState, { readonly icon: IconName; readonly color: TagColor }>> = {
  none: { icon: 'empty', color: 'warning' },
  empty: { icon: 'empty', color: 'brand1' },
  'takes-part': { icon: 'agree', color: 'success' },
  seat: { icon: 'agree', color: 'success' },
}
