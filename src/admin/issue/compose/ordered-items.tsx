'use client'

import { RelationshipInput, useField } from '@payloadcms/ui'
import type { RelationshipFieldServerProps, ValueWithRelation } from 'payload'
import { useMemo } from 'react'

import type { Locale } from '../../../i18n/locales.ts'
import { nameOf } from './form-contents.ts'
import { ItemOrder } from './item-order.tsx'
import { useIssueForm } from './use-issue-form.ts'

interface OrderedItemsProps {
  readonly path: string
  readonly field: RelationshipFieldServerProps['clientField']
  /** Not the field's own, which Payload keeps for everybody in the language of whoever came first. */
  readonly label: string
  readonly isReadOnly: boolean
  /** What items without a known title are called, by collection. */
  readonly kinds: Readonly<Record<string, string>>
  /** `{{at}} of {{number}}`. */
  readonly at: string
  readonly language: Locale
}

const none: readonly ValueWithRelation[] = []

/**
 * The items that are chosen stand in a list of their own; Payload's input only chooses further ones, and holds none. So no key
 * that chooses moves or takes away what was chosen before.
 */
export function OrderedItems({
  path: given,
  field,
  label,
  isReadOnly,
  kinds,
  at,
  language,
}: OrderedItemsProps) {
  const { path, value, setValue, showError, disabled, customComponents } = useField<ValueWithRelation[]>({
    potentiallyStalePath: given,
  })
  const { isOpenIssue } = useIssueForm()
  const isLocked = isReadOnly || !isOpenIssue
  const items = value ?? none
  const names = new Set(items.map(nameOf))
  const relationTo = useMemo(() => [field.relationTo].flat(), [field.relationTo])
  const notChosen = useMemo(
    () =>
      Object.fromEntries(
        relationTo.map((collection) => [collection, { id: { not_in: idsOf(value ?? none, collection) } }]),
      ),
    [value, relationTo],
  )
  const add = (chosen: readonly ValueWithRelation[] | null): void => {
    const added = (chosen ?? none).filter((item) => !names.has(nameOf(item)))
    if (added.length > 0)
      setValue([...items, ...added.map((item) => ({ relationTo: item.relationTo, value: item.value }))])
  }
  return (
    <RelationshipInput
      className={isLocked ? 'em-ordered em-ordered-locked' : 'em-ordered'}
      path={path}
      label={label}
      Description={customComponents?.Description}
      required={field.required}
      relationTo={relationTo}
      hasMany
      isSortable={false}
      readOnly={isLocked || disabled}
      showError={showError}
      filterOptions={notChosen}
      // A new list each time: the input keeps what it held last among its choices until it is told otherwise.
      value={[]}
      onChange={add}
      BeforeInput={
        <ItemOrder
          items={items}
          isLocked={isLocked}
          isBusy={disabled}
          kinds={kinds}
          at={at}
          language={language}
          onChange={(next) => setValue([...next])}
        />
      }
    />
  )
}

const idsOf = (items: readonly ValueWithRelation[], collection: string) =>
  items.filter(({ relationTo }) => relationTo === collection).map(({ value }) => value)
