import { Button, Form, HiddenField, Section } from '../../../../ui/index.ts'
import type { Run } from '../panels-store.ts'
import type { Bound, Conflict } from '../solving.ts'
import { Otherwise } from './choices.tsx'
import { nameOf } from './limits-table.tsx'
import type { DrawPageProps } from './props.ts'

/** Why no group meets the limits, in words; and ways out, each with what it gives up, to be taken with one press. */
export function Impossible(props: DrawPageProps & { readonly run: Run; readonly conflict: Conflict }) {
  const { say, reader, problem, view, placeLang, run, conflict } = props
  const name = ({ feature, value }: Pick<Bound, 'feature' | 'value'>) => {
    const found = view.limits?.features.find(({ key }) => key === feature)
    const limit = found?.values.find(({ key }) => key === value)
    return <span lang={placeLang}>{found && limit ? nameOf(found, limit) : ''}</span>
  }
  return (
    <Section id="act" title={say('impossible.title')} lead={say('impossible.lead')}>
      {conflict.bounds.length === 0 ? (
        <p>{say('impossible.too-few')}</p>
      ) : (
        <ul>
          {conflict.bounds.map((bound) => (
            <li>
              {name(bound)}: {say(`impossible.${bound.bound}`, { limit: bound.limit, available: bound.available })}
            </li>
          ))}
        </ul>
      )}
      {conflict.relaxations.length === 0 ? (
        <p>{say('impossible.no-way')}</p>
      ) : (
        <>
          <h3>{say('impossible.ways')}</h3>
          <p class="fm-small">{say('impossible.means')}</p>
          <ol class="fm-list">
            {conflict.relaxations.map(({ changes, isWithinFlex }, way) => (
              <li>
                <div class="fm-stack fm-stack--3">
                  <ul>
                    {changes.map((change) => (
                      <li>
                        {name(change)}: {say(`impossible.change-${change.bound}`, { from: change.from, to: change.to })}
                      </li>
                    ))}
                  </ul>
                  {isWithinFlex ? null : <p class="fm-mini">{say('impossible.beyond')}</p>}
                  <Form
                    shape="inline"
                    action={reader.to('arena.widen-lottery-limits', { problem: problem.slug })}
                    label={say('impossible.take', { way: way + 1 })}
                  >
                    <HiddenField name="run" value={String(run.run)} />
                    <Button name="way" value={String(way)} variant={way === 0 ? 'primary' : 'secondary'}>
                      {say('impossible.take', { way: way + 1 })}
                    </Button>
                  </Form>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      {conflict.relaxations.length === 0 ? null : <p class="fm-small">{say('impossible.public')}</p>}
      <Otherwise {...props} areWaysOut={conflict.relaxations.length > 0} />
    </Section>
  )
}
