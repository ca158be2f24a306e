import { Button, Checkbox, DateField, ErrorSummary, Form, Head, NumberField, Said } from '../../../../ui/index.ts'
import { percentOfShare } from '../form.ts'
import { FixedRows } from './fixed-rows.tsx'
import type { StepProps } from './props.ts'

/** Numbers, shares and days, as far as the mandate leaves them open (R9). */
export function RulePage({ say, reader, problem, mandate, setUp, typed, errors }: StepProps) {
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('rule.title')}
        lead={say('rule.lead')}
      />
      <FixedRows {...{ say, reader, problem, mandate }} />
      <Form action={reader.to('arena.save-rule', { problem: problem.slug })}>
        {mandate.politicians === null ? (
          <NumberField
            name="politicians"
            label={say('rule.politicians')}
            value={setUp.politicians === null ? '' : String(setUp.politicians)}
            required
            {...kept}
          />
        ) : null}
        {mandate.citizens === null ? (
          <NumberField
            name="citizens"
            label={say('rule.citizens')}
            value={setUp.citizens === null ? '' : String(setUp.citizens)}
            required
            {...kept}
          />
        ) : null}
        {mandate.minGenderShare === null ? (
          <NumberField
            name="minGenderShare"
            label={say('rule.gender')}
            help={say('rule.gender-help')}
            unit={say('rule.percent')}
            value={percentOfShare(setUp.minGenderShare)}
            {...kept}
          />
        ) : null}
        <Checkbox
          name="isOnePerHousehold"
          label={say('rule.household')}
          help={say('rule.household-help')}
          isTicked={setUp.isOnePerHousehold}
          {...kept}
        />
        <NumberField
          name="answerDays"
          label={say('rule.answer-days')}
          help={say('rule.answer-days-help')}
          value={String(setUp.answerDays)}
          required
          {...kept}
        />
        <DateField
          name="forgetOn"
          label={say('rule.forget-on')}
          help={say('rule.forget-on-help')}
          value={setUp.forgetOn?.toString() ?? ''}
          required
          {...kept}
        />
        <Button>{say('rule.save')}</Button>
      </Form>
    </>
  )
}
