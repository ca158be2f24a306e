import { Button, Form, NumberField, Section, Select, Table } from '../../../../ui/index.ts'
import type { Plan } from '../planning.ts'
import type { LettersPageProps } from './props.ts'

/** How many letters the next round needs, and what that is reckoned from. */
export function PlanPart({ say, reader, problem, list, plan }: LettersPageProps) {
  if (!list || list.features.length === 0) return null
  return (
    <Section id="plan" title={say('plan.title')} lead={say('plan.lead')}>
      <Form
        action={`${reader.to('arena.letters', { problem: problem.slug })}#plan`}
        method="get"
        label={say('plan.title')}
      >
        <NumberField
          name="wanted"
          label={say('plan.wanted')}
          help={say('plan.wanted-help')}
          value={plan ? String(plan.wanted) : undefined}
          required
        />
        <Select
          name="by"
          label={say('plan.by')}
          options={list.features.map(({ id, name }) => ({ value: id, label: name }))}
          value={plan?.feature.id ?? list.features[0]?.id}
          isUnmarked
        />
        <Button variant="secondary">{say('plan.reckon')}</Button>
      </Form>
      {plan ? <Reckoned {...{ say, reader, plan }} /> : null}
    </Section>
  )
}

function Reckoned({ say, plan }: Pick<LettersPageProps, 'say' | 'reader'> & { readonly plan: Plan }) {
  const { feature, rows, usual, wanted, letters } = plan
  const isShort = rows.some((row) => row.isShort)
  return (
    <>
      <p>
        <strong>{say('plan.result', { letters, wanted })}</strong>
      </p>
      <Table
        caption={say('plan.caption', { feature: feature.name })}
        columns={[
          { label: feature.name },
          { label: say('plan.left'), isNumber: true },
          { label: say('plan.aim'), isNumber: true },
          { label: say('plan.rate'), isNumber: true },
          { label: say('answers.letters'), isNumber: true },
        ]}
        rows={rows.map(({ value, left, aim, rate, isKnown, letters: own }) => ({
          cells: [
            value ?? say('answers.unknown'),
            String(left),
            say('plan.number', { number: aim }),
            `${say('plan.number', { number: rate * 100 })}${isKnown ? '' : ' *'}`,
            String(own),
          ],
        }))}
      />
      {rows.some(({ isKnown }) => !isKnown) ? (
        <p class="fm-small">* {say(usual.isOwn ? 'plan.usual-own' : 'plan.usual', { percent: usual.percent })}</p>
      ) : null}
      <p class="fm-small">{say('plan.how')}</p>
      {isShort ? <p class="fm-small">{say('plan.short')}</p> : null}
      <p class="fm-small">{say('plan.filled-in')}</p>
    </>
  )
}
