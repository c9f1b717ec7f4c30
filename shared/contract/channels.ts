import { z } from 'zod';
import { PackageManifest } from '../documents/packageManifest.ts';
import { Edit } from '../edits/edit.ts';
import { Application } from '../entities/application.ts';
import { CompanyProfile } from '../entities/companyProfile.ts';
import { ElsewhereInvoice } from '../entities/elsewhereInvoice.ts';
import { AttachmentReading, FileReading } from '../entities/fileReading.ts';
import { TableMapping } from '../entities/tableReading.ts';
import { AppInfo } from './AppInfo.ts';
import { AttachingReport } from './Attaching.ts';
import type { ChannelName } from './channelNames.ts';
import { DraftVersion, OpenedDraft, RecentDraft } from './OpenedDraft.ts';
import { Preferences } from './Preferences.ts';
import { Preview } from './Preview.ts';

type Channel = { readonly input: z.ZodType; readonly output: z.ZodType };

const Nothing = z.strictObject({});
const Session = z.string().min(1).max(100);
const Id = z.string().min(1).max(300);
/** Saved: the instant the disk acknowledged, ISO text. */
const SavedAt = z.strictObject({ savedAt: z.string() });

/**
 * The whole contract between window and main: what each channel takes and gives. Null as an output means the
 * person cancelled a dialog. Channels that write name the session they mean.
 */
export const channels = {
  'app:info': { input: Nothing, output: AppInfo },
  'app:preferences': { input: Nothing, output: Preferences },
  'app:savePreferences': { input: Preferences, output: Nothing },

  /** Asks where, makes a draft of a call there (filled from a profile when one is named) and opens it. */
  'draft:create': {
    input: z.strictObject({ call: Id, profile: Id.nullable() }),
    output: OpenedDraft.nullable(),
  },
  /** Asks which file and opens it. */
  'draft:choose': { input: Nothing, output: OpenedDraft.nullable() },
  'draft:openRecent': { input: z.strictObject({ id: Id }), output: OpenedDraft },
  /** Copies a sample application to the program's data folder and opens the copy. */
  'draft:openSample': { input: z.strictObject({ sample: Id }), output: OpenedDraft },
  /** Opens what was asked for by double click or argument; null when nothing was, or it is open already. */
  'draft:openRequested': { input: Nothing, output: OpenedDraft.nullable() },
  'draft:recents': { input: Nothing, output: z.array(RecentDraft) },
  'draft:forgetRecent': { input: z.strictObject({ id: Id }), output: Nothing },
  /** Stores edits in one transaction. Ok means the disk has them. */
  'draft:save': {
    input: z.strictObject({ session: Session, edits: z.array(Edit).min(1).max(10_000) }),
    output: SavedAt,
  },
  /** Asks where, saves a copy there and goes on in the copy. */
  'draft:saveAs': { input: z.strictObject({ session: Session }), output: OpenedDraft.nullable() },
  'draft:close': { input: z.strictObject({ session: Session }), output: Nothing },
  /** The answer to `window:closing`: everything is saved, or the person wants to close all the same. */
  'draft:flushed': { input: z.strictObject({ close: z.boolean() }), output: Nothing },
  'draft:versions': { input: z.strictObject({ session: Session }), output: z.array(DraftVersion) },
  'draft:saveVersion': {
    input: z.strictObject({ session: Session, name: z.string().min(1).max(200) }),
    output: DraftVersion,
  },
  /** The application as a version holds it; going back to it is an edit like any other. */
  'draft:readVersion': { input: z.strictObject({ session: Session, id: z.int() }), output: Application },

  'profiles:list': { input: Nothing, output: z.array(CompanyProfile) },
  'profiles:keep': { input: CompanyProfile, output: Nothing },
  'profiles:remove': { input: z.strictObject({ id: Id }), output: Nothing },

  /** Asks for files or a folder and takes them in; `kind` null sorts them by folder and name. */
  'attachments:choose': {
    input: z.strictObject({ session: Session, kind: Id.nullable(), folder: z.boolean() }),
    output: AttachingReport.nullable(),
  },
  /** Files dropped or pasted; only the preload can fill `paths`, from real files. */
  'attachments:add': {
    input: z.strictObject({
      session: Session,
      kind: Id.nullable(),
      paths: z.array(z.string().min(1).max(4096)).min(1).max(10_000),
    }),
    output: AttachingReport,
  },
  'attachments:cancel': { input: Nothing, output: Nothing },
  /** Reads files that are in the draft already (once more); progress and cancel are those of `attachments`. */
  'evidence:read': {
    input: z.strictObject({ session: Session, attachments: z.array(Id).min(1).max(10_000) }),
    output: z.array(AttachmentReading),
  },
  /** Reads a spreadsheet of the draft with what the user chose of its sheets and their columns. */
  'evidence:map': {
    input: z.strictObject({
      session: Session,
      attachment: Id,
      mappings: z.array(TableMapping).min(1).max(50),
      /** The choices are made, not tried: where they leave nothing open they are remembered on this machine. */
      remember: z.boolean(),
    }),
    output: FileReading,
  },
  /** Invoices of this draft that other drafts known on this machine hold as well (H8). */
  'register:elsewhere': {
    input: z.strictObject({ session: Session }),
    output: z.array(ElsewhereInvoice),
  },
  /** A picture for the plan's text, pasted or dropped: kept in the draft by its SHA-256. */
  'pictures:add': {
    input: z.strictObject({
      session: Session,
      name: z.string().min(1).max(300),
      bytes: z.instanceof(Uint8Array),
    }),
    output: z.strictObject({ sha256: z.string(), widthPx: z.int(), heightPx: z.int() }),
  },

  'preview:compile': { input: z.strictObject({ session: Session }), output: Preview },
  /** Asks for a folder; the token stands for it in `export:start`. */
  'export:chooseFolder': {
    input: z.strictObject({ session: Session }),
    output: z.strictObject({ token: z.string(), folder: z.string(), holdsPackage: z.boolean() }).nullable(),
  },
  'export:start': {
    input: z.strictObject({ session: Session, token: z.string().min(1).max(100) }),
    output: z.strictObject({ manifest: PackageManifest, kept: z.array(z.string()), folder: z.string() }),
  },
  'export:cancel': { input: Nothing, output: Nothing },
  /** Shows the folder of the last export in the system's file manager. */
  'export:reveal': { input: Nothing, output: Nothing },
  /** Opens one file of the last export with the system's program for it. */
  'export:openFile': { input: z.strictObject({ role: z.enum(['pdf', 'word', 'sheet']) }), output: Nothing },
} as const satisfies { readonly [name in ChannelName]: Channel };

export type Channels = typeof channels;
/** What a caller passes in. */
export type Input<Name extends ChannelName> = z.input<Channels[Name]['input']>;
/** What a handler receives, parsed. */
export type ParsedInput<Name extends ChannelName> = z.output<Channels[Name]['input']>;
export type Output<Name extends ChannelName> = z.output<Channels[Name]['output']>;
