import { ChevronIcon, useDocumentDrawer, useTranslation, XIcon } from '@payloadcms/ui'
import type { ValueWithRelation } from 'payload'
import type { ReactNode } from 'react'

import { directionOf, isLocale } from '../../../i18n/locales.ts'

interface OrderedItemProps {
  readonly item: ValueWithRelation
  readonly title: string
  readonly titleLocale: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isLocked: boolean
  /** `button` is the one that was pressed. */
  readonly onMove: (by: -1 | 1, button: HTMLElement) => void
  readonly onRemove: () => void
  /** The item itself was changed meanwhile. */
  readonly onEdited: () => void
  readonly onDrag: (isOn: boolean) => void
  /** Whether what is being dragged is of this list. */
  readonly takesDrop: () => boolean
  readonly onDrop: () => void
}

/** One item of a part: its title opens it, the mouse drags it, and whoever uses none has its buttons. */
export function OrderedItem({ item, title, titleLocale, isLocked, ...props }: OrderedItemProps) {
  const { t } = useTranslation()
  const [Drawer, Toggler] = useDocumentDrawer({ collectionSlug: item.relationTo, id: String(item.value) })
  return (
    <>
      <li
        draggable={!isLocked}
        onDragStart={({ dataTransfer }) => {
          dataTransfer.effectAllowed = 'move'
          dataTransfer.setData('text/plain', title)
          props.onDrag(true)
        }}
        onDragEnd={() => props.onDrag(false)}
        onDragOver={(event) => {
          if (props.takesDrop()) event.preventDefault()
        }}
        onDrop={(event) => {
          if (!props.takesDrop()) return
          event.preventDefault()
          props.onDrop()
        }}
      >
        <Toggler aria-label={title}>
          <bdi lang={titleLocale} dir={isLocale(titleLocale) ? directionOf(titleLocale) : undefined}>
            {title}
          </bdi>
        </Toggler>
        {!isLocked && (
          <span>
            <Act
              name="up"
              label={`${t('general:moveUp')}: ${title}`}
              isOff={props.isFirst}
              onPress={(button) => props.onMove(-1, button)}
            >
              <ChevronIcon direction="up" />
            </Act>
            <Act
              name="down"
              label={`${t('general:moveDown')}: ${title}`}
              isOff={props.isLast}
              onPress={(button) => props.onMove(1, button)}
            >
              <ChevronIcon />
            </Act>
            <Act name="remove" label={`${t('general:remove')}: ${title}`} onPress={props.onRemove}>
              <XIcon />
            </Act>
          </span>
        )}
      </li>
      {/* Beside the row: what is dragged in there is no item of this list. */}
      <Drawer onSave={props.onEdited} onDelete={props.onRemove} />
    </>
  )
}

interface ActProps {
  readonly name: 'up' | 'down' | 'remove'
  readonly label: string
  readonly isOff?: boolean
  readonly onPress: (button: HTMLElement) => void
  readonly children: ReactNode
}

/** One that has nothing to do keeps the focus: whoever moves an item to an end stays with it. */
const Act = ({ name, label, isOff = false, onPress, children }: ActProps) => (
  <button
    type="button"
    data-act={name}
    aria-label={label}
    aria-disabled={isOff}
    onClick={({ currentTarget }) => {
      if (!isOff) onPress(currentTarget)
    }}
  >
    {children}
  </button>
)
