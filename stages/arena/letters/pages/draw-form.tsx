import { Button, Checkboxes, Details, Form, NumberField, Section } from '../../../../ui/index.ts'
import { expectedField } from '../draw-form.ts'
import { typedByPlan } from '../planning.ts'
import type { KeptList } from '../store.ts'
import type { LettersPageProps } from './props.ts'

/** How many letters, spread by what. Chance does the rest. */
export function DrawForm({
  say,
  reader,
  problem,
  state,
  list,
  rounds,
  plan,
  typed,
  errors,
}: LettersPageProps & { readonly list: KeptList }) {
  // A plan that was asked for is filled in; what was typed and came back stands.
  const kept = { typed: plan && errors.length === 0 ? typedByPlan(plan) : typed, errors }
  const left = list.count - state.letters
  const { features } = list
  return (
    <Section id="draw" title={say('draw.title')} lead={say('draw.lead')}>
      <Form action={reader.to('arena.draw-letters', { problem: problem.slug })} labelledBy="draw">
        <NumberField
          name="letters"
          label={say('draw.letters')}
          help={say('draw.letters-help', { left })}
          required
          {...kept}
        />
        {features.length > 0 ? (
          <>
            <Checkboxes
              name="strata"
              label={say('draw.strata')}
              help={say('draw.strata-help')}
              options={features.map(({ id, name }) => ({ value: id, label: name }))}
              values={features.map(({ id }) => id)}
              isUnmarked
              {...kept}
            />
            <Details
              summary={say('draw.expected')}
              isOpen={plan !== undefined || errors.some(({ field }) => field.startsWith('expected'))}
            >
              <p class="fm-small" id="field-expected">
                {say('draw.expected-help')}
              </p>
              {features.flatMap((feature) =>
                feature.values.map((value) => (
                  <NumberField
                    name={expectedField(value.id)}
                    label={say('draw.expected-of', { feature: feature.name, value: value.name })}
                    unit={say('draw.unit')}
                    decimals
                    isUnmarked
                    {...kept}
                  />
                )),
              )}
            </Details>
          </>
        ) : null}
        <Button>{say(rounds.length > 0 ? 'draw.again' : 'draw.send')}</Button>
      </Form>
    </Section>
  )
}
