// Made by `make api` from reporting-svc's OpenAPI document, sha256 24e3051f761301deb5237d6739bcc8c46c04441f08a71a5a6b1fb65e11dbdafa; not edited.
export interface paths {
    "/v1/admin/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The consuming processes of this service that are there, each as it says it is.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["list_consumers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/consumers/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Lets consumers that stopped after too many dead letters go on, behind those letters, within seconds.
         *
         *     Permission: `consumer.resume`.
         */
        post: operations["resume_consumers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Dead letters of this service, newest first.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["list_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One letter, in whatever state it is.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["get_dead_letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Proposes to forget a letter without handling it; another person has to confirm.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["propose_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Discards a letter that another person has proposed to discard. It stays, and is never tried again.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["confirm_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/discard/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Leaves a letter that was proposed to be discarded as it was.
         *
         *     Permission: `dead-letter.discard`.
         */
        post: operations["reject_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/rehearsal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description A replay as a dry run: the handler does its work in a transaction that is rolled back. Nothing is kept or sent,
         *     the letter stays as it is.
         *
         *     Permission: `dead-letter.replay`.
         */
        post: operations["rehearse_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/dead-letters/{letter_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Hands a dead letter to its handler again.
         *
         *     Permission: `dead-letter.replay`.
         */
        post: operations["replay_dead_letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/outbox/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Tries messages again that the broker has refused, once what it takes has been changed.
         *
         *     Permission: `outbox.replay`.
         */
        post: operations["release_outbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Publishes retained outbox rows again; inboxes make the second delivery harmless.
         *
         *     Permission: `outbox.replay`.
         */
        post: operations["replay_outbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every value of this service, past and future ones included; there are few, so one page holds them all.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/runtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the process that answers takes and does; where a service has several, ask Prometheus for all of them.
         *
         *     Permission: `dead-letter.read`.
         */
        get: operations["get_runtime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Who did what when about an application, in the order of time.
         *
         *     Permission: `timeline.read`.
         */
        get: operations["get_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The way of an application through the services: messages by their causes, and spans where they were sampled.
         *
         *     Permission: `trace.read`.
         */
        get: operations["trace_application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Entries of the evidence chain in the order in which they were written.
         *
         *     Permission: `audit.read`.
         */
        get: operations["list_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The seals of the evidence chain, in order.
         *
         *     Permission: `audit.verify`.
         */
        get: operations["list_seals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Verifications with what they have found, the newest first. One of scope DAY is begun every day.
         *
         *     Permission: `audit.verify`.
         */
        get: operations["list_verifications"];
        put?: never;
        /**
         * @description Begins a verification, which workers carry to its end whatever interrupts them; one of a scope at a time.
         *
         *     Permission: `audit.verify`.
         */
        post: operations["start_verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications/{verification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How far a verification has come, and what it has found.
         *
         *     Permission: `audit.verify`.
         */
        get: operations["get_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Recomputes the evidence chain and says whether it holds, or where it breaks first. It reads every entry of the
         *     range, of at most 200,000: a part of a long chain is checked with `from` and `to`, all of it by
         *     `POST /v1/audit/verifications`. A chain that holds may be behind: `recording` says whether messages wait, and
         *     whether anybody records them.
         *
         *     Permission: `audit.verify`.
         */
        get: operations["verify_chain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was said last, the newest first.
         *
         *     Permission: `trace.read`.
         */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The entries of the evidence chain about an application, each checked against its hash and its neighbour.
         *
         *     Permission: `audit.read`.
         */
        get: operations["get_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How many of the applications submitted on some business days came how far, and how fast; by day and product.
         *
         *     Permission: `funnel.read`.
         */
        get: operations["get_funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/traces/{trace_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The spans of one trace from all services, as a tree in a list.
         *
         *     Permission: `trace.read`.
         */
        get: operations["get_trace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * ApplicationTraceView
         * @description The way of one application: its messages always, its spans where it was sampled.
         */
        ApplicationTraceView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Messages */
            messages: components["schemas"]["CausedMessageView"][];
            /** Traces */
            traces: components["schemas"]["TraceView"][];
        };
        /**
         * AuditEntryView
         * @description One entry of the evidence chain, with all that its hash is made of.
         */
        AuditEntryView: {
            /** Actor */
            actor: string | null;
            /** Application Id */
            application_id: string | null;
            /** Causation Id */
            causation_id: string | null;
            /** Correlation Id */
            correlation_id: string;
            /** Figures */
            figures: {
                [key: string]: unknown;
            };
            /**
             * Figures Text
             * @description The figures as the JSON text that is hashed; null where the caller may not see all of them
             */
            figures_text: string | null;
            /** Hash */
            hash: string;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /**
             * Payload Hash
             * @description SHA-256 of the message's value, hexadecimal
             */
            payload_hash: string;
            /**
             * Prev Hash
             * @description Hash of the entry before
             */
            prev_hash: string;
            /** Seq */
            seq: number;
            /** Source */
            source: string;
            /** Subject */
            subject: string;
            /** Trace Id */
            trace_id: string | null;
            /** Type */
            type: string;
            /**
             * Withheld
             * @description Figures that the caller's permissions do not cover
             */
            withheld: string[];
        };
        /**
         * CausedMessageView
         * @description One message behind the one that caused it; the list is in the order of the tree, `depth` is its level.
         */
        CausedMessageView: {
            /** Actor */
            actor: string | null;
            /** Causation Id */
            causation_id: string | null;
            /** Depth */
            depth: number;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /**
             * Offset Ms
             * @description Since the application's first message
             */
            offset_ms: number;
            /** Source */
            source: string;
            /** Trace Id */
            trace_id: string | null;
            /** Type */
            type: string;
            /**
             * Waited Ms
             * @description Since the message that caused it; absent for a beginning
             */
            waited_ms: number | null;
        };
        /**
         * ConsumerState
         * @description RUNNING: it handles what comes. WAITING: for the broker or for topics. STOPPED: an operator has to look.
         * @enum {string}
         */
        ConsumerState: "RUNNING" | "WAITING" | "STOPPED";
        /**
         * ConsumerView
         * @description A consuming process of this service.
         */
        ConsumerView: {
            /** Instance */
            instance: string;
            /**
             * Lag
             * @description Messages that it has not handled yet
             */
            lag: number;
            /**
             * Missing
             * @description Topics that it reads and the broker has not
             */
            missing: string[];
            /** Reason */
            reason: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            state: components["schemas"]["ConsumerState"];
        };
        /**
         * DeadLetterView
         * @description A message that could not be handled. Its value is not shown: it is replayed, not read.
         */
        DeadLetterView: {
            /**
             * Attempts
             * @description Every try, those after a replay included
             */
            attempts: number;
            /** Created At */
            created_at: string | null;
            /** Detail */
            detail: string;
            /** Discard By */
            discard_by: string | null;
            /** Discard Note */
            discard_note: string | null;
            discard_reason: components["schemas"]["DiscardReason"] | null;
            /** Discarded By */
            discarded_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Failed At */
            last_failed_at: string | null;
            /** Message Id */
            message_id: string | null;
            /** Offset */
            offset: number;
            /** Partition */
            partition: number;
            /** Reason */
            reason: string;
            /** Replayed At */
            replayed_at: string | null;
            /** Replays */
            replays: number;
            state: components["schemas"]["LetterState"];
            /** Topic */
            topic: string;
            /**
             * Topic Id
             * @description Of the topic as it was then: one that was made anew has another
             */
            topic_id: string | null;
        };
        /**
         * DiscardBody
         * @description Why a letter may be forgotten. The note is for the second person:
         *     names and numbers of persons do not belong here.
         */
        DiscardBody: {
            /**
             * Note
             * @example sent by hand while the new release was tried
             */
            note: string;
            reason: components["schemas"]["DiscardReason"];
        };
        /**
         * DiscardReason
         * @description Why a message may be forgotten without having been handled.
         * @enum {string}
         */
        DiscardReason: "NOT_OURS" | "SUPERSEDED" | "SETTLED_OTHERWISE" | "TEST";
        /**
         * EventView
         * @description A message: what it is, what it is about, who caused it; not what it says.
         */
        EventView: {
            /** Actor */
            actor: string | null;
            /** Application Id */
            application_id: string | null;
            /** Causation Id */
            causation_id: string | null;
            /** Correlation Id */
            correlation_id: string;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** Seq */
            seq: number;
            /** Source */
            source: string;
            /** Subject */
            subject: string;
            /** Trace Id */
            trace_id: string | null;
            /** Type */
            type: string;
        };
        /**
         * EvidenceView
         * @description The entries of the chain about one application. `valid` speaks of the entries shown: each gives its hash and
         *     stands behind the entry that it names; `GET /v1/audit/verify` checks the whole chain.
         */
        EvidenceView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Broken At */
            broken_at?: number | null;
            head: components["schemas"]["HeadView"];
            /** Items */
            items: components["schemas"]["AuditEntryView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
            /** Valid */
            valid: boolean;
        };
        /**
         * Fate
         * @description What became of a message; a metric counts by it.
         * @enum {string}
         */
        Fate: "done" | "duplicate" | "refused" | "retried" | "dead";
        /**
         * FaultCode
         * @description What is wrong with a chain.
         * @enum {string}
         */
        FaultCode: "ENTRY_CHANGED" | "ENTRY_MISSING" | "LINK_BROKEN" | "HEAD_DIFFERS" | "ENTRY_FOREIGN" | "SEAL_MISSING" | "SEAL_FORGED" | "SEAL_DIFFERS" | "HEAD_FORGED" | "REPORT_FORGED";
        /**
         * FunnelCountsView
         * @description How many unique applications came how far.
         */
        FunnelCountsView: {
            /** @description The same, decisions without a person alone */
            automatic_decision_ms: components["schemas"]["PercentilesView"];
            /** Decided */
            decided: number;
            /** @description From submission to decision */
            decision_ms: components["schemas"]["PercentilesView"];
            /** Disbursed */
            disbursed: number;
            /** @description From submission to pay-out */
            money_ms: components["schemas"]["PercentilesView"];
            /** Offered */
            offered: number;
            /** Outcomes */
            outcomes: components["schemas"]["OutcomeCountView"][];
            /** Signed */
            signed: number;
            /** Submitted */
            submitted: number;
            /** Withdrawn */
            withdrawn: number;
        };
        /**
         * FunnelDayView
         * @description The applications of one product submitted on one business day.
         */
        FunnelDayView: {
            /** @description The same, decisions without a person alone */
            automatic_decision_ms: components["schemas"]["PercentilesView"];
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Decided */
            decided: number;
            /** @description From submission to decision */
            decision_ms: components["schemas"]["PercentilesView"];
            /** Disbursed */
            disbursed: number;
            /** @description From submission to pay-out */
            money_ms: components["schemas"]["PercentilesView"];
            /** Offered */
            offered: number;
            /** Outcomes */
            outcomes: components["schemas"]["OutcomeCountView"][];
            /** Product Code */
            product_code: string;
            /** Signed */
            signed: number;
            /** Submitted */
            submitted: number;
            /** Withdrawn */
            withdrawn: number;
        };
        /**
         * FunnelView
         * @description The applications submitted on some business days (Asia/Shanghai), wherever they are by now.
         */
        FunnelView: {
            /** Days */
            days: components["schemas"]["FunnelDayView"][];
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Product */
            product: string | null;
            total: components["schemas"]["FunnelCountsView"];
        };
        /**
         * HeadView
         * @description Where the chain ends. Kept outside, it proves later that nothing up to it was rewritten.
         */
        HeadView: {
            /** Hash */
            hash: string;
            /** Seq */
            seq: number;
        };
        /**
         * LetterState
         * @description RETRYING: tried again by itself. DEAD: waits for a person. DISCARDING: one person wants it gone, another has to
         *     look. HANDLED and DISCARDED are ends.
         * @enum {string}
         */
        LetterState: "RETRYING" | "DEAD" | "DISCARDING" | "HANDLED" | "DISCARDED";
        /**
         * Outcome
         * @description How an application ends. CONDITIONAL is an approval of less than was asked for.
         * @enum {string}
         */
        Outcome: "APPROVED" | "CONDITIONAL" | "DECLINED";
        /**
         * OutcomeCountView
         * @description Decisions of one outcome, by the process alone and by people.
         */
        OutcomeCountView: {
            /** Automatic */
            automatic: number;
            /** Manual */
            manual: number;
            outcome: components["schemas"]["Outcome"];
        };
        /** Page[AuditEntryView] */
        Page_AuditEntryView_: {
            /** Items */
            items: components["schemas"]["AuditEntryView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ConsumerView] */
        Page_ConsumerView_: {
            /** Items */
            items: components["schemas"]["ConsumerView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DeadLetterView] */
        Page_DeadLetterView_: {
            /** Items */
            items: components["schemas"]["DeadLetterView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[EventView] */
        Page_EventView_: {
            /** Items */
            items: components["schemas"]["EventView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterView] */
        Page_ParameterView_: {
            /** Items */
            items: components["schemas"]["ParameterView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[SealView] */
        Page_SealView_: {
            /** Items */
            items: components["schemas"]["SealView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[TimelineEntryView] */
        Page_TimelineEntryView_: {
            /** Items */
            items: components["schemas"]["TimelineEntryView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[VerificationView] */
        Page_VerificationView_: {
            /** Items */
            items: components["schemas"]["VerificationView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /**
         * ParameterView
         * @description A number that a regulator or the institution may change, and the days on which it holds.
         */
        ParameterView: {
            /**
             * Approved By
             * @description `seed`, or who proposed and who approved it
             */
            approved_by: string;
            /** Code */
            code: string;
            /** Confidence */
            confidence: string;
            /**
             * In Force
             * @description Whether it holds on the day asked for, else today
             */
            in_force: boolean;
            /**
             * Recorded At
             * Format: date-time
             */
            recorded_at: string;
            /**
             * Replaced
             * @description Whether a correction of the same first day has taken its place
             */
            replaced: boolean;
            /** Source */
            source: string;
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid To
             * @description The last day: the one before the next value of the code begins
             */
            valid_to: string | null;
            /** Value */
            value: string;
        };
        /**
         * PercentilesView
         * @description Milliseconds by nearest rank.
         */
        PercentilesView: {
            /** Count */
            count: number;
            /** P50 */
            p50: number | null;
            /** P99 */
            p99: number | null;
        };
        /**
         * Problem
         * @description The body of every error.
         */
        Problem: {
            /**
             * Code
             * @description Stable; words for people are chosen by it
             * @example parameter-change-not-found
             */
            code: string;
            /** Correlation Id */
            correlation_id?: string | null;
            /**
             * Detail
             * @default
             */
            detail?: string;
            /**
             * Errors
             * @default []
             */
            errors?: components["schemas"]["ProblemField"][];
            /** Status */
            status: number;
            /** Title */
            title: string;
            /**
             * Type
             * @example urn:xinliu:problem:parameter-change-not-found
             */
            type: string;
        };
        /**
         * ProblemField
         * @description One wrong field.
         */
        ProblemField: {
            /**
             * Code
             * @example greater_than_equal
             */
            code: string;
            /**
             * Detail
             * @example Input should be greater than or equal to 500000
             */
            detail: string;
            /**
             * Pointer
             * @description JSON pointer into the request
             * @example /amount_minor
             */
            pointer: string;
        };
        /**
         * RecordingState
         * @description CURRENT: all that lies on the topics is recorded. BEHIND: some of it is not yet. STOPPED: nothing is recorded
         *     until an operator has looked. ABSENT: no process records.
         * @enum {string}
         */
        RecordingState: "CURRENT" | "BEHIND" | "STOPPED" | "ABSENT";
        /**
         * RecordingView
         * @description How far the record has come.
         */
        RecordingView: {
            /**
             * Lag
             * @description Messages that lie on the topics and are not recorded yet
             */
            lag: number;
            /**
             * Reason
             * @default
             */
            reason?: string;
            state: components["schemas"]["RecordingState"];
            /**
             * Unrecorded
             * @description Messages that could not be recorded and wait as dead letters
             */
            unrecorded: number;
        };
        /**
         * RehearsalView
         * @description What would become of a letter if it were replayed now. Nothing of it has happened.
         */
        RehearsalView: {
            /**
             * Code
             * @description Why, where it is not done
             */
            code: string | null;
            /** Detail */
            detail: string | null;
            /** @description `done`, `duplicate` and `refused`: finished with; `retried`, `dead`: it would wait */
            fate: components["schemas"]["Fate"];
            /**
             * Sends
             * @description Messages that it leads to, by type
             */
            sends: {
                [key: string]: number;
            };
            /**
             * Writes
             * @description Rows that it changes, by table
             */
            writes: {
                [key: string]: number;
            };
        };
        /**
         * ReplayView
         * @description How many outbox rows are published again.
         */
        ReplayView: {
            /** Rows */
            rows: number;
        };
        /**
         * ResumedView
         * @description How many consumers go on.
         */
        ResumedView: {
            /** Resumed */
            resumed: number;
        };
        /**
         * RuntimeView
         * @description The process that answers. Two looks at the same one tell how much it does a second.
         */
        RuntimeView: {
            /**
             * Answered
             * @description Requests that it has answered
             */
            answered: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Cpu Seconds */
            cpu_seconds: number;
            /**
             * Handled
             * @description Messages that it has handled since then, with whatever outcome
             */
            handled: number;
            /** Instance */
            instance: string;
            /** Memory Bytes */
            memory_bytes: number;
            /** Mode */
            mode: string;
            /**
             * Since
             * Format: date-time
             * @description When it was started
             */
            since: string;
        };
        /**
         * Scope
         * @description WHOLE: every entry. DAY: every seal, and the entries behind the last seal that is older than a day.
         * @enum {string}
         */
        Scope: "WHOLE" | "DAY";
        /**
         * SealView
         * @description What a segment of the chain was when it was sealed. Kept outside, it proves the segment later.
         */
        SealView: {
            /**
             * Before
             * @description Mark of the seal before
             */
            before: string;
            /**
             * End Hash
             * @description Hash of the last entry, hexadecimal
             */
            end_hash: string;
            /** First Seq */
            first_seq: number;
            /** Last Seq */
            last_seq: number;
            /**
             * Mark
             * @description HMAC-SHA-256 over all of it, behind the id of its key
             */
            mark: string;
            /** Number */
            number: number;
            /**
             * Sealed At
             * Format: date-time
             */
            sealed_at: string;
        };
        /**
         * SpanStatus
         * @description How the work ended.
         * @enum {string}
         */
        SpanStatus: "UNSET" | "OK" | "ERROR";
        /**
         * SpanView
         * @description One piece of work; the list is in the order of the tree, `depth` is its level.
         */
        SpanView: {
            /** Attributes */
            attributes: {
                [key: string]: unknown;
            };
            /** Depth */
            depth: number;
            /** Duration Ms */
            duration_ms: number;
            /**
             * Kind
             * @example CONSUMER
             */
            kind: string;
            /**
             * Name
             * @example handle risk-assessment.requested
             */
            name: string;
            /**
             * Offset Ms
             * @description Since the start of the trace
             */
            offset_ms: number;
            /** Parent Id */
            parent_id: string | null;
            /**
             * Service
             * @example risk-svc
             */
            service: string;
            /** Span Id */
            span_id: string;
            status: components["schemas"]["SpanStatus"];
        };
        /**
         * TimelineEntryView
         * @description Who did what when: one message.
         */
        TimelineEntryView: {
            /**
             * Actor
             * @description Subject of the signed-in person, or the service, that acted
             */
            actor: string | null;
            /**
             * Causation Id
             * @description The message, or `http:` and the request's trace, that led to it
             */
            causation_id: string | null;
            /**
             * Figures
             * @description Codes, ids and figures of the message. The comment of a decided task is text, and shown by workflow-svc with its case (`GET /v1/cases/{case_id}/view`); `comment_sha256` proves it
             * @example {
             *       "amount_minor": 5000000,
             *       "automatic": true,
             *       "outcome": "APPROVED",
             *       "score": 640
             *     }
             */
            figures: {
                [key: string]: unknown;
            };
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /**
             * Seq
             * @description Number in the evidence chain
             */
            seq: number;
            /**
             * Source
             * @description The service that said it
             * @example workflow-svc
             */
            source: string;
            /**
             * Subject
             * @description The aggregate that the message is about
             */
            subject: string;
            /**
             * Trace Id
             * @example 4bf92f3577b34da6a3ce929d0e0e4736
             */
            trace_id: string | null;
            /**
             * Type
             * @example decision.made
             */
            type: string;
            /**
             * Withheld
             * @description Figures that the caller's permissions do not cover
             */
            withheld: string[];
        };
        /**
         * TraceView
         * @description The spans of one trace from all services.
         */
        TraceView: {
            /** Duration Ms */
            duration_ms: number;
            /** Services */
            services: string[];
            /** Spans */
            spans: components["schemas"]["SpanView"][];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Trace Id */
            trace_id: string;
        };
        /**
         * VerdictView
         * @description Whether the chain holds, and if not, where it breaks first; and whether all that was said so far is in it.
         */
        VerdictView: {
            /**
             * Broken At
             * @description Number of the first entry that is wrong or missing
             */
            broken_at?: number | null;
            code?: components["schemas"]["FaultCode"] | null;
            /**
             * Complete
             * @description Nothing that was said so far is still to be recorded
             */
            complete: boolean;
            /**
             * Detail
             * @default
             */
            detail?: string;
            /**
             * Entries
             * @description Entries that were checked and found good
             */
            entries: number;
            head: components["schemas"]["HeadView"];
            recording: components["schemas"]["RecordingView"];
            /**
             * Valid
             * @description The entries that are there are as they were written, and none is missing between
             */
            valid: boolean;
        };
        /**
         * VerificationBody
         * @description What to check.
         */
        VerificationBody: {
            /** @description WHOLE: every entry. DAY: the entries since the last seal that is older than a day */
            scope: components["schemas"]["Scope"];
        };
        /**
         * VerificationState
         * @description RUNNING until it HOLDS, or is BROKEN at the first fault.
         * @enum {string}
         */
        VerificationState: "RUNNING" | "HOLDS" | "BROKEN";
        /**
         * VerificationView
         * @description How far a verification has come, and what it has found. Seals and head are checked in either scope.
         */
        VerificationView: {
            /**
             * Broken At
             * @description Number of the first entry that is wrong or missing
             */
            broken_at: number | null;
            code: components["schemas"]["FaultCode"] | null;
            /** Detail */
            detail: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Entries
             * @description Entries that were checked and found good
             */
            entries: number;
            /**
             * First Seq
             * @description The first entry to check
             */
            first_seq: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** @description The head when it began, which is checked to */
            last: components["schemas"]["HeadView"];
            /**
             * Moved At
             * Format: date-time
             * @description When it last went on
             */
            moved_at: string;
            /**
             * Of
             * @description Entries to check
             */
            of: number;
            scope: components["schemas"]["Scope"];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Started By */
            started_by: string;
            state: components["schemas"]["VerificationState"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_consumers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "instance": "text",
                     *           "lag": 1,
                     *           "missing": [
                     *             "text"
                     *           ],
                     *           "reason": "text",
                     *           "seen_at": "2026-01-31T09:30:00Z",
                     *           "since": "2026-01-31T09:30:00Z",
                     *           "state": "RUNNING"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ConsumerView_"];
                };
            };
        };
    };
    resume_consumers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resumed": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ResumedView"];
                };
            };
        };
    };
    list_dead_letters: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Absent: those that wait for a person */
                state?: components["schemas"]["LetterState"][] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "attempts": 1,
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "detail": "text",
                     *           "discard_by": "text",
                     *           "discard_note": "text",
                     *           "discard_reason": "NOT_OURS",
                     *           "discarded_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last_failed_at": "2026-01-31T09:30:00Z",
                     *           "message_id": "text",
                     *           "offset": 1,
                     *           "partition": 1,
                     *           "reason": "text",
                     *           "replayed_at": "2026-01-31T09:30:00Z",
                     *           "replays": 1,
                     *           "state": "RETRYING",
                     *           "topic": "text",
                     *           "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DeadLetterView_"];
                };
            };
        };
    };
    get_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    propose_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "sent by hand while the new release was tried",
                 *       "reason": "NOT_OURS"
                 *     }
                 */
                "application/json": components["schemas"]["DiscardBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    confirm_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    reject_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    rehearse_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "detail": "text",
                     *       "fate": "done",
                     *       "sends": {
                     *         "code": 1
                     *       },
                     *       "writes": {
                     *         "code": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RehearsalView"];
                };
            };
        };
    };
    replay_dead_letter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 1,
                     *       "created_at": "2026-01-31T09:30:00Z",
                     *       "detail": "text",
                     *       "discard_by": "text",
                     *       "discard_note": "text",
                     *       "discard_reason": "NOT_OURS",
                     *       "discarded_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last_failed_at": "2026-01-31T09:30:00Z",
                     *       "message_id": "text",
                     *       "offset": 1,
                     *       "partition": 1,
                     *       "reason": "text",
                     *       "replayed_at": "2026-01-31T09:30:00Z",
                     *       "replays": 1,
                     *       "state": "RETRYING",
                     *       "topic": "text",
                     *       "topic_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterView"];
                };
            };
        };
    };
    release_outbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
        };
    };
    replay_outbox: {
        parameters: {
            query?: {
                /** @description Rows of the last so many seconds */
                since_s?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
        };
    };
    list_parameters: {
        parameters: {
            query?: {
                /** @description Of one code */
                code?: string | null;
                /** @description Only what holds on this day */
                on?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "approved_by": "text",
                     *           "code": "text",
                     *           "confidence": "text",
                     *           "in_force": true,
                     *           "recorded_at": "2026-01-31T09:30:00Z",
                     *           "replaced": true,
                     *           "source": "text",
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "valid_to": "2026-01-31",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterView_"];
                };
            };
        };
    };
    get_runtime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "answered": 1,
                     *       "at": "2026-01-31T09:30:00Z",
                     *       "cpu_seconds": 0.5,
                     *       "handled": 1,
                     *       "instance": "text",
                     *       "memory_bytes": 1,
                     *       "mode": "text",
                     *       "since": "2026-01-31T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["RuntimeView"];
                };
            };
        };
    };
    get_timeline: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor": "text",
                     *           "causation_id": "text",
                     *           "figures": {
                     *             "amount_minor": 5000000,
                     *             "automatic": true,
                     *             "outcome": "APPROVED",
                     *             "score": 640
                     *           },
                     *           "message_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "occurred_at": "2026-01-31T09:30:00Z",
                     *           "seq": 1,
                     *           "source": "workflow-svc",
                     *           "subject": "text",
                     *           "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
                     *           "type": "decision.made",
                     *           "withheld": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_TimelineEntryView_"];
                };
            };
        };
    };
    trace_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "messages": [
                     *         {
                     *           "actor": "text",
                     *           "causation_id": "text",
                     *           "depth": 1,
                     *           "message_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "occurred_at": "2026-01-31T09:30:00Z",
                     *           "offset_ms": 0.5,
                     *           "source": "text",
                     *           "trace_id": "text",
                     *           "type": "text",
                     *           "waited_ms": 0.5
                     *         }
                     *       ],
                     *       "traces": [
                     *         {
                     *           "duration_ms": 0.5,
                     *           "services": [
                     *             "text"
                     *           ],
                     *           "spans": [
                     *             {
                     *               "attributes": {},
                     *               "depth": 1,
                     *               "duration_ms": 0.5,
                     *               "kind": "CONSUMER",
                     *               "name": "handle risk-assessment.requested",
                     *               "offset_ms": 0.5,
                     *               "parent_id": "text",
                     *               "service": "risk-svc",
                     *               "span_id": "text",
                     *               "status": "UNSET"
                     *             }
                     *           ],
                     *           "started_at": "2026-01-31T09:30:00Z",
                     *           "trace_id": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicationTraceView"];
                };
            };
        };
    };
    list_audit_entries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description The aggregate that the entries are about */
                subject?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor": "text",
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "causation_id": "text",
                     *           "correlation_id": "text",
                     *           "figures": {},
                     *           "figures_text": "text",
                     *           "hash": "text",
                     *           "message_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "occurred_at": "2026-01-31T09:30:00Z",
                     *           "payload_hash": "text",
                     *           "prev_hash": "text",
                     *           "seq": 1,
                     *           "source": "text",
                     *           "subject": "text",
                     *           "trace_id": "text",
                     *           "type": "text",
                     *           "withheld": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AuditEntryView_"];
                };
            };
        };
    };
    list_seals: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "before": "text",
                     *           "end_hash": "text",
                     *           "first_seq": 1,
                     *           "last_seq": 1,
                     *           "mark": "text",
                     *           "number": 1,
                     *           "sealed_at": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_SealView_"];
                };
            };
        };
    };
    list_verifications: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "broken_at": 1,
                     *           "code": "ENTRY_CHANGED",
                     *           "detail": "text",
                     *           "ended_at": "2026-01-31T09:30:00Z",
                     *           "entries": 1,
                     *           "first_seq": 1,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last": {
                     *             "hash": "text",
                     *             "seq": 1
                     *           },
                     *           "moved_at": "2026-01-31T09:30:00Z",
                     *           "of": 1,
                     *           "scope": "WHOLE",
                     *           "started_at": "2026-01-31T09:30:00Z",
                     *           "started_by": "text",
                     *           "state": "RUNNING"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_VerificationView_"];
                };
            };
        };
    };
    start_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "WHOLE"
                 *     }
                 */
                "application/json": components["schemas"]["VerificationBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "broken_at": 1,
                     *       "code": "ENTRY_CHANGED",
                     *       "detail": "text",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "entries": 1,
                     *       "first_seq": 1,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last": {
                     *         "hash": "text",
                     *         "seq": 1
                     *       },
                     *       "moved_at": "2026-01-31T09:30:00Z",
                     *       "of": 1,
                     *       "scope": "WHOLE",
                     *       "started_at": "2026-01-31T09:30:00Z",
                     *       "started_by": "text",
                     *       "state": "RUNNING"
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
        };
    };
    get_verification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "broken_at": 1,
                     *       "code": "ENTRY_CHANGED",
                     *       "detail": "text",
                     *       "ended_at": "2026-01-31T09:30:00Z",
                     *       "entries": 1,
                     *       "first_seq": 1,
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "last": {
                     *         "hash": "text",
                     *         "seq": 1
                     *       },
                     *       "moved_at": "2026-01-31T09:30:00Z",
                     *       "of": 1,
                     *       "scope": "WHOLE",
                     *       "started_at": "2026-01-31T09:30:00Z",
                     *       "started_by": "text",
                     *       "state": "RUNNING"
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
        };
    };
    verify_chain: {
        parameters: {
            query?: {
                /** @description First entry to check */
                from?: number;
                /** @description Last entry to check; absent: to the end */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "broken_at": 1,
                     *       "code": "ENTRY_CHANGED",
                     *       "complete": true,
                     *       "detail": "text",
                     *       "entries": 1,
                     *       "head": {
                     *         "hash": "text",
                     *         "seq": 1
                     *       },
                     *       "recording": {
                     *         "lag": 1,
                     *         "reason": "text",
                     *         "state": "CURRENT",
                     *         "unrecorded": 1
                     *       },
                     *       "valid": true
                     *     }
                     */
                    "application/json": components["schemas"]["VerdictView"];
                };
            };
        };
    };
    list_events: {
        parameters: {
            query?: {
                /** @description Only messages about this application */
                application_id?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Only messages of this type */
                type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "actor": "text",
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "causation_id": "text",
                     *           "correlation_id": "text",
                     *           "message_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "occurred_at": "2026-01-31T09:30:00Z",
                     *           "seq": 1,
                     *           "source": "text",
                     *           "subject": "text",
                     *           "trace_id": "text",
                     *           "type": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_EventView_"];
                };
            };
        };
    };
    get_evidence: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "broken_at": 1,
                     *       "head": {
                     *         "hash": "text",
                     *         "seq": 1
                     *       },
                     *       "items": [
                     *         {
                     *           "actor": "text",
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "causation_id": "text",
                     *           "correlation_id": "text",
                     *           "figures": {},
                     *           "figures_text": "text",
                     *           "hash": "text",
                     *           "message_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "occurred_at": "2026-01-31T09:30:00Z",
                     *           "payload_hash": "text",
                     *           "prev_hash": "text",
                     *           "seq": 1,
                     *           "source": "text",
                     *           "subject": "text",
                     *           "trace_id": "text",
                     *           "type": "text",
                     *           "withheld": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "valid": true
                     *     }
                     */
                    "application/json": components["schemas"]["EvidenceView"];
                };
            };
        };
    };
    get_funnel: {
        parameters: {
            query?: {
                /** @description First day of submission; absent: 30 days */
                from?: string | null;
                /** @description One product alone */
                product?: string | null;
                /** @description Submissions from this instant on alone */
                since?: string | null;
                /** @description Last day of submission; absent: today */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "days": [
                     *         {
                     *           "automatic_decision_ms": {
                     *             "count": 1,
                     *             "p50": 1,
                     *             "p99": 1
                     *           },
                     *           "day": "2026-01-31",
                     *           "decided": 1,
                     *           "decision_ms": {
                     *             "count": 1,
                     *             "p50": 1,
                     *             "p99": 1
                     *           },
                     *           "disbursed": 1,
                     *           "money_ms": {
                     *             "count": 1,
                     *             "p50": 1,
                     *             "p99": 1
                     *           },
                     *           "offered": 1,
                     *           "outcomes": [
                     *             {
                     *               "automatic": 1,
                     *               "manual": 1,
                     *               "outcome": "APPROVED"
                     *             }
                     *           ],
                     *           "product_code": "text",
                     *           "signed": 1,
                     *           "submitted": 1,
                     *           "withdrawn": 1
                     *         }
                     *       ],
                     *       "first": "2026-01-31",
                     *       "last": "2026-01-31",
                     *       "product": "text",
                     *       "total": {
                     *         "automatic_decision_ms": {
                     *           "count": 1,
                     *           "p50": 1,
                     *           "p99": 1
                     *         },
                     *         "decided": 1,
                     *         "decision_ms": {
                     *           "count": 1,
                     *           "p50": 1,
                     *           "p99": 1
                     *         },
                     *         "disbursed": 1,
                     *         "money_ms": {
                     *           "count": 1,
                     *           "p50": 1,
                     *           "p99": 1
                     *         },
                     *         "offered": 1,
                     *         "outcomes": [
                     *           {
                     *             "automatic": 1,
                     *             "manual": 1,
                     *             "outcome": "APPROVED"
                     *           }
                     *         ],
                     *         "signed": 1,
                     *         "submitted": 1,
                     *         "withdrawn": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FunnelView"];
                };
            };
        };
    };
    get_trace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trace_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "duration_ms": 0.5,
                     *       "services": [
                     *         "text"
                     *       ],
                     *       "spans": [
                     *         {
                     *           "attributes": {},
                     *           "depth": 1,
                     *           "duration_ms": 0.5,
                     *           "kind": "CONSUMER",
                     *           "name": "handle risk-assessment.requested",
                     *           "offset_ms": 0.5,
                     *           "parent_id": "text",
                     *           "service": "risk-svc",
                     *           "span_id": "text",
                     *           "status": "UNSET"
                     *         }
                     *       ],
                     *       "started_at": "2026-01-31T09:30:00Z",
                     *       "trace_id": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["TraceView"];
                };
            };
        };
    };
}
