import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'identity.addresses-listed':
    'A list of the addresses of this place was brought in, so that people can show by a letter that they live here. Public: its source and day, how many people and addresses, the SHA-256 of the file, who brought it in.',
  'identity.residence-letters-made':
    'Letters with a code were made for people who want to show that they live here. Public: which run, how many letters, whether they were asked for or go to everybody, who made them.',
  'identity.residence-letters-printed':
    'Letters with a code lie printed: the key of their codes was erased. Public: which run, who said so.',
  'identity.residence-shown': 'Somebody showed that she lives here. Public: nothing but that it happened.',
  'identity.residence-seen':
    'One of staff wrote down that somebody showed at a desk that she lives here. Committed to: the number it was given and who wrote it down.',
  'identity.residence-confirmed':
    'A second one of staff confirmed that somebody showed at a desk that she lives here. Committed to: its number and who confirmed.',
  'identity.residence-sent-back':
    'A second one of staff sent back what was written down of somebody at a desk. Committed to: its number and who sent it back.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
