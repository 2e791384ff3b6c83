import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PublicInCell as PublicInCell_59ce0a9a7b5a2875c2d896b100feb23a } from '../../../../src/admin/cells/public-in.tsx'
import { Tab as Tab_6b1bb8ee5a1ae2433ba18f194cde6879 } from '../../../../src/admin/tab.tsx'
import { LanguagesView as LanguagesView_1f7f75f3730a59f8619102d5a5767991 } from '../../../../src/admin/publication/languages-view.tsx'
import { DisseminationView as DisseminationView_9a6925973dba7ad32797665788dd0cf1 } from '../../../../src/admin/item/dissemination-view.tsx'
import { ItemCorrectionsView as ItemCorrectionsView_5fc0b1cac0e1a8aba08d2aa25fbe38bd } from '../../../../src/admin/corrections/item-corrections-view.tsx'
import { IssueTitleField as IssueTitleField_3bb764f52cea707d7236a6e02ae69853 } from '../../../../src/admin/issue/issue-title-field.tsx'
import { LockedNote as LockedNote_c7289be03857d0a21ef6c18ea1f18de7 } from '../../../../src/admin/issue/compose/locked-note.tsx'
import { NumberField as NumberField_8bc672d5026331389abde20953c2710d } from '../../../../src/admin/issue/compose/number-field.tsx'
import { IssueSubjectCell as IssueSubjectCell_66dd2fb57248cabd07cb5abdd529c2fe } from '../../../../src/admin/cells/issue-subject.tsx'
import { ProposalField as ProposalField_f14d1e6997903cba1b8be91c9b6bbfdb } from '../../../../src/admin/issue/compose/proposal-field.tsx'
import { FindItemsField as FindItemsField_548775034946ec01f457c3cf74dd562b } from '../../../../src/admin/issue/compose/find-items-field.tsx'
import { OrderedItemsField as OrderedItemsField_87b5e79d0ad9d23646da4f59bf6238b9 } from '../../../../src/admin/issue/compose/ordered-items-field.tsx'
import { PreviewView as PreviewView_168dcd032937e6a0f674670aa4778d65 } from '../../../../src/admin/issue/preview/preview-view.tsx'
import { RehearsalView as RehearsalView_9ec5d5e518efa0a71ec33954e0400092 } from '../../../../src/admin/issue/rehearsal/rehearsal-view.tsx'
import { SendView as SendView_e88c97b664f2d555184fda08d558a146 } from '../../../../src/admin/issue/send-view.tsx'
import { ArchiveView as ArchiveView_a4f841837c4ee654e7123cb668f087e4 } from '../../../../src/admin/issue/corrections/archive-view.tsx'
import { ConditionField as ConditionField_1fd724f335e7f5c2f2936ce8dce77d1a } from '../../../../src/admin/audience/segments/condition-field.tsx'
import { ServiceField as ServiceField_df35fbdc2e18bb6a822e6505b594ae4d } from '../../../../src/admin/channel/service-field.tsx'
import { AddressField as AddressField_91989386a457c03b4f3a5e99687d570f } from '../../../../src/admin/channel/address-field.tsx'
import { SettingsField as SettingsField_c3483b61b469147bcf89cea41eff7f13 } from '../../../../src/admin/channel/settings-field.tsx'
import { SecretsField as SecretsField_b6ec362b73c521451d7f56efa80adf6c } from '../../../../src/admin/channel/secrets-field.tsx'
import { CareField as CareField_f07b06e38799d4d65acace79c5b20891 } from '../../../../src/admin/channel/care-field.tsx'
import { ChannelStandingCell as ChannelStandingCell_16b09e19d67451daa7727d0303df0ddf } from '../../../../src/admin/cells/channel-standing.tsx'
import { KeysField as KeysField_8693214da2e61d33f18c7561a239bfa5 } from '../../../../src/admin/reader-keys/keys-field.tsx'
import { SignedOut as SignedOut_8f90a85c1972a5c88830dbae92047702 } from '../../../../src/admin/signed-out.tsx'
import { Icon as Icon_8528b7f5bec013d65435ecb9bf84bc94 } from '../../../../src/admin/logo.tsx'
import { Logo as Logo_8528b7f5bec013d65435ecb9bf84bc94 } from '../../../../src/admin/logo.tsx'
import { OutNav as OutNav_f7d1e12cbbd0aa8ed6aa479c5e8d7fe6 } from '../../../../src/admin/calendar/out-nav.tsx'
import { TranslationNav as TranslationNav_73145e7dbb1ae3b00a81592e57e765e2 } from '../../../../src/admin/translation-nav.tsx'
import { QuestionsNav as QuestionsNav_01c74e744057a48ce81130febfd21661 } from '../../../../src/admin/questions/questions-nav.tsx'
import { AudienceNav as AudienceNav_61d90bafc7a489e95b1ac0dd47c6af96 } from '../../../../src/admin/audience/audience-nav.tsx'
import { MailNav as MailNav_1ed9665627c0836873f8090a7b9cc284 } from '../../../../src/admin/mail-set-up/mail-nav.tsx'
import { Dashboard as Dashboard_7d85b57a778c7751d167913a4cf04cf4 } from '../../../../src/admin/dashboard/dashboard.tsx'
import { MatrixView as MatrixView_c896dc95390a690e45d26041761ebff9 } from '../../../../src/admin/translation-matrix/matrix-view.tsx'
import { MemoryView as MemoryView_bd64eef5a783f6e156804725d051d67f } from '../../../../src/admin/memory/memory-view.tsx'
import { ExchangeView as ExchangeView_310b127c1d5fe5cbb3ea0b7d33ec275d } from '../../../../src/admin/exchange/exchange-view.tsx'
import { RequestsView as RequestsView_4cb64fd0ca8aafbf0d55d9463c628940 } from '../../../../src/admin/requests/requests-view.tsx'
import { NumbersView as NumbersView_dedaefe380b8fcafac950d92d062760a } from '../../../../src/admin/audience/numbers/numbers-view.tsx'
import { PeopleView as PeopleView_5046b031d3c88c48e71bb40cc398464b } from '../../../../src/admin/audience/people/people-view.tsx'
import { PersonView as PersonView_7b0c36d8b09b1d8e5e17daecf308b65d } from '../../../../src/admin/audience/person/person-view.tsx'
import { ImportsView as ImportsView_03444de69bbe8210f88f69d5a9e39fd9 } from '../../../../src/admin/audience/imports/imports-view.tsx'
import { ImportView as ImportView_a5b1e04f19baf5b339fb6798afb92e18 } from '../../../../src/admin/audience/imports/import-view.tsx'
import { SuppressionsView as SuppressionsView_902deed0b7fbfddea3039a19ff9ef400 } from '../../../../src/admin/audience/suppressions/suppressions-view.tsx'
import { ProofView as ProofView_0f54cce9d6d677de956c0c75ba42105c } from '../../../../src/admin/audience/proof/proof-view.tsx'
import { RetentionView as RetentionView_11dfcc1d44aa338acdda7969686ad158 } from '../../../../src/admin/audience/retention/retention-view.tsx'
import { LooksView as LooksView_9fc2f42dc827aa0547903c33059c8d4d } from '../../../../src/admin/audience/looks/looks-view.tsx'
import { QuestionsView as QuestionsView_f672d2039001efd4d9f192b6f2cb9d88 } from '../../../../src/admin/questions/questions-view.tsx'
import { QuestionView as QuestionView_d45461f2097afce9e9f08ec73f658efb } from '../../../../src/admin/questions/question-view.tsx'
import { CalendarView as CalendarView_b0900b096eec43da11bffb9e40216efa } from '../../../../src/admin/calendar/calendar-view.tsx'
import { CorrectionsView as CorrectionsView_09b95ca0602737e65a52531001e26a55 } from '../../../../src/admin/corrections/corrections-view.tsx'
import { MailSetUpView as MailSetUpView_4cd9dc2f27c3430b7b746d418f8a0340 } from '../../../../src/admin/mail-set-up/mail-set-up-view.tsx'
import { TranslationEditorView as TranslationEditorView_28961e9d4eb151f2941293692db0add9 } from '../../../../src/admin/translation-editor/translation-editor-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/cells/public-in.tsx#PublicInCell": PublicInCell_59ce0a9a7b5a2875c2d896b100feb23a,
  "/src/admin/tab.tsx#Tab": Tab_6b1bb8ee5a1ae2433ba18f194cde6879,
  "/src/admin/publication/languages-view.tsx#LanguagesView": LanguagesView_1f7f75f3730a59f8619102d5a5767991,
  "/src/admin/item/dissemination-view.tsx#DisseminationView": DisseminationView_9a6925973dba7ad32797665788dd0cf1,
  "/src/admin/corrections/item-corrections-view.tsx#ItemCorrectionsView": ItemCorrectionsView_5fc0b1cac0e1a8aba08d2aa25fbe38bd,
  "/src/admin/issue/issue-title-field.tsx#IssueTitleField": IssueTitleField_3bb764f52cea707d7236a6e02ae69853,
  "/src/admin/issue/compose/locked-note.tsx#LockedNote": LockedNote_c7289be03857d0a21ef6c18ea1f18de7,
  "/src/admin/issue/compose/number-field.tsx#NumberField": NumberField_8bc672d5026331389abde20953c2710d,
  "/src/admin/cells/issue-subject.tsx#IssueSubjectCell": IssueSubjectCell_66dd2fb57248cabd07cb5abdd529c2fe,
  "/src/admin/issue/compose/proposal-field.tsx#ProposalField": ProposalField_f14d1e6997903cba1b8be91c9b6bbfdb,
  "/src/admin/issue/compose/find-items-field.tsx#FindItemsField": FindItemsField_548775034946ec01f457c3cf74dd562b,
  "/src/admin/issue/compose/ordered-items-field.tsx#OrderedItemsField": OrderedItemsField_87b5e79d0ad9d23646da4f59bf6238b9,
  "/src/admin/issue/preview/preview-view.tsx#PreviewView": PreviewView_168dcd032937e6a0f674670aa4778d65,
  "/src/admin/issue/rehearsal/rehearsal-view.tsx#RehearsalView": RehearsalView_9ec5d5e518efa0a71ec33954e0400092,
  "/src/admin/issue/send-view.tsx#SendView": SendView_e88c97b664f2d555184fda08d558a146,
  "/src/admin/issue/corrections/archive-view.tsx#ArchiveView": ArchiveView_a4f841837c4ee654e7123cb668f087e4,
  "/src/admin/audience/segments/condition-field.tsx#ConditionField": ConditionField_1fd724f335e7f5c2f2936ce8dce77d1a,
  "/src/admin/channel/service-field.tsx#ServiceField": ServiceField_df35fbdc2e18bb6a822e6505b594ae4d,
  "/src/admin/channel/address-field.tsx#AddressField": AddressField_91989386a457c03b4f3a5e99687d570f,
  "/src/admin/channel/settings-field.tsx#SettingsField": SettingsField_c3483b61b469147bcf89cea41eff7f13,
  "/src/admin/channel/secrets-field.tsx#SecretsField": SecretsField_b6ec362b73c521451d7f56efa80adf6c,
  "/src/admin/channel/care-field.tsx#CareField": CareField_f07b06e38799d4d65acace79c5b20891,
  "/src/admin/cells/channel-standing.tsx#ChannelStandingCell": ChannelStandingCell_16b09e19d67451daa7727d0303df0ddf,
  "/src/admin/reader-keys/keys-field.tsx#KeysField": KeysField_8693214da2e61d33f18c7561a239bfa5,
  "/src/admin/signed-out.tsx#SignedOut": SignedOut_8f90a85c1972a5c88830dbae92047702,
  "/src/admin/logo.tsx#Icon": Icon_8528b7f5bec013d65435ecb9bf84bc94,
  "/src/admin/logo.tsx#Logo": Logo_8528b7f5bec013d65435ecb9bf84bc94,
  "/src/admin/calendar/out-nav.tsx#OutNav": OutNav_f7d1e12cbbd0aa8ed6aa479c5e8d7fe6,
  "/src/admin/translation-nav.tsx#TranslationNav": TranslationNav_73145e7dbb1ae3b00a81592e57e765e2,
  "/src/admin/questions/questions-nav.tsx#QuestionsNav": QuestionsNav_01c74e744057a48ce81130febfd21661,
  "/src/admin/audience/audience-nav.tsx#AudienceNav": AudienceNav_61d90bafc7a489e95b1ac0dd47c6af96,
  "/src/admin/mail-set-up/mail-nav.tsx#MailNav": MailNav_1ed9665627c0836873f8090a7b9cc284,
  "/src/admin/dashboard/dashboard.tsx#Dashboard": Dashboard_7d85b57a778c7751d167913a4cf04cf4,
  "/src/admin/translation-matrix/matrix-view.tsx#MatrixView": MatrixView_c896dc95390a690e45d26041761ebff9,
  "/src/admin/memory/memory-view.tsx#MemoryView": MemoryView_bd64eef5a783f6e156804725d051d67f,
  "/src/admin/exchange/exchange-view.tsx#ExchangeView": ExchangeView_310b127c1d5fe5cbb3ea0b7d33ec275d,
  "/src/admin/requests/requests-view.tsx#RequestsView": RequestsView_4cb64fd0ca8aafbf0d55d9463c628940,
  "/src/admin/audience/numbers/numbers-view.tsx#NumbersView": NumbersView_dedaefe380b8fcafac950d92d062760a,
  "/src/admin/audience/people/people-view.tsx#PeopleView": PeopleView_5046b031d3c88c48e71bb40cc398464b,
  "/src/admin/audience/person/person-view.tsx#PersonView": PersonView_7b0c36d8b09b1d8e5e17daecf308b65d,
  "/src/admin/audience/imports/imports-view.tsx#ImportsView": ImportsView_03444de69bbe8210f88f69d5a9e39fd9,
  "/src/admin/audience/imports/import-view.tsx#ImportView": ImportView_a5b1e04f19baf5b339fb6798afb92e18,
  "/src/admin/audience/suppressions/suppressions-view.tsx#SuppressionsView": SuppressionsView_902deed0b7fbfddea3039a19ff9ef400,
  "/src/admin/audience/proof/proof-view.tsx#ProofView": ProofView_0f54cce9d6d677de956c0c75ba42105c,
  "/src/admin/audience/retention/retention-view.tsx#RetentionView": RetentionView_11dfcc1d44aa338acdda7969686ad158,
  "/src/admin/audience/looks/looks-view.tsx#LooksView": LooksView_9fc2f42dc827aa0547903c33059c8d4d,
  "/src/admin/questions/questions-view.tsx#QuestionsView": QuestionsView_f672d2039001efd4d9f192b6f2cb9d88,
  "/src/admin/questions/question-view.tsx#QuestionView": QuestionView_d45461f2097afce9e9f08ec73f658efb,
  "/src/admin/calendar/calendar-view.tsx#CalendarView": CalendarView_b0900b096eec43da11bffb9e40216efa,
  "/src/admin/corrections/corrections-view.tsx#CorrectionsView": CorrectionsView_09b95ca0602737e65a52531001e26a55,
  "/src/admin/mail-set-up/mail-set-up-view.tsx#MailSetUpView": MailSetUpView_4cd9dc2f27c3430b7b746d418f8a0340,
  "/src/admin/translation-editor/translation-editor-view.tsx#TranslationEditorView": TranslationEditorView_28961e9d4eb151f2941293692db0add9,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
