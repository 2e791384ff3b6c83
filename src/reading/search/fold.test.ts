import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fold } from './fold.ts'

test.for([
  ['Développement', 'developpement'],
  ['Œuvre', 'oeuvre'],
  ['Straße', 'strasse'],
  ['ΕΠΙΧΕΙΡΉΣΕΙΣ', 'επιχειρησεισ'],
  ['επιχειρήσεις', 'επιχειρησεισ'],
  ['προϊόν', 'προιον'],
  ['KADIN', 'kadin'],
  ['kadın', 'kadin'],
  ['İŞLETME', 'isletme'],
  ['Żółć', 'zolc'],
  ['ġdid', 'gdid'],
  ['Ёлка', 'елка'],
  ['йод', 'йод'],
  ['п’ять', 'пять'],
  ['مُهَاجِر', 'مهاجر'],
  ['أعمال', 'اعمال'],
  ['مدرسة', 'مدرسه'],
  ['علـــم', 'علم'],
  ['کارآفرینی', 'كارافريني'],
  ['٢٠٢٦', '2026'],
  ['۲۰۲۶', '2026'],
  ['Unter\u00ADnehmen', 'unternehmen'],
  ['ﬁnance', 'finance'],
])('“%s” is looked up as “%s”', ([typed, folded]) => expect(fold(typed ?? '')).toBe(folded))

test('a word that is looked up is looked up as itself, and has letters and digits only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = fold(text)
      expect(fold(once)).toBe(once)
      expect(once).not.toMatch(/[^\p{L}\p{N}]/u)
    }),
  )
})
