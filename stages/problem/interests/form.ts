import { field, fields } from '../../../platform/http/index.ts'
import { resources } from '../actors/rules.ts'
import { interestKinds, legalForms, type DeclarationWords } from './rules.ts'

export const declareForm = fields({
  legalForm: field.choice(legalForms),
  speaksFor: field.text({ most: 500 }),
  howMany: field.optional(field.number({ least: 0, most: 1_000_000_000 })),
  paidBy: field.text({ most: 1000 }),
  interests: field.choices(interestKinds),
  interestWords: field.text({ most: 1000 }),
  resources: field.choices(resources),
  resourceWords: field.optionalText({ most: 1000 }),
  spokesperson: field.name({ most: 120, least: 0 }),
  hasAgreed: field.ticked(),
  reason: field.optionalText({ most: 1000 }),
})
export const withdrawForm = fields({ withdrawReason: field.text({ most: 1000 }) })
export const caseInterestForm = fields({ wants: field.text({ most: 2000 }), stake: field.text({ most: 1000 }) })

/** As the form shows what is declared now. */
export function typedFrom(declared: DeclarationWords): Readonly<Record<string, string | readonly string[]>> {
  return {
    legalForm: declared.legalForm,
    speaksFor: declared.speaksFor,
    howMany: declared.howMany === null ? '' : String(declared.howMany),
    paidBy: declared.paidBy,
    interests: declared.interests,
    interestWords: declared.interestWords,
    resources: declared.resources,
    resourceWords: declared.resourceWords,
    spokesperson: declared.spokesperson,
    ...(declared.hasAgreed ? { hasAgreed: 'yes' } : {}),
  }
}
