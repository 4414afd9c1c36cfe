// Made by `make api` from risk-svc's OpenAPI document, sha256 2e2682840fca0085a84db1ad3116567770e1a17fe2a32d3fcc6dd1e55157a278; not edited.
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
    "/v1/admin/legal-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Legal holds of this service, newest first.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_legal_holds"];
        put?: never;
        /**
         * @description Nothing about the application or the customer goes from this service from now on.
         *
         *     Permission: `legal-hold.place`.
         */
        post: operations["place_legal_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/legal-holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a hold; another person than who placed it does. What is due goes with the next run.
         *
         *     Permission: `legal-hold.release`.
         */
        post: operations["release_legal_hold"];
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
    "/v1/admin/parameter-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Proposed changes and what became of them, newest first.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameter_changes"];
        put?: never;
        /**
         * @description Proposes a value; it holds from its day on when another person has approved it.
         *
         *     Permission: `parameter.propose`.
         */
        post: operations["propose_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One proposed change; its ETag is for If-Match.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["get_parameter_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Puts a proposed value in force from its day on; another person than the proposer does.
         *
         *     Permission: `parameter.approve`.
         */
        post: operations["approve_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a proposal that is not wanted; another person than the proposer does.
         *
         *     Permission: `parameter.approve`.
         */
        post: operations["reject_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-changes/{change_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `parameter.propose`.
         */
        post: operations["withdraw_parameter_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/parameter-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The codes that this service reads, and what their values may be; one page holds them all.
         *
         *     Permission: `parameter.read`.
         */
        get: operations["list_parameter_kinds"];
        put?: never;
        post?: never;
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
    "/v1/admin/retention/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every rule of this service with the period that holds today; one page holds them all.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_retention_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/retention/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was taken away, newest first.
         *
         *     Permission: `retention.read`.
         */
        get: operations["list_retention_runs"];
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
    "/v1/applications/{application_id}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The newest assessment of an application.
         *
         *     Permission: `assessment.read`.
         */
        get: operations["get_assessment_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{application_id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description What the engine in force would say of other terms, on the facts that the application was assessed by. Nothing is
         *     kept.
         *
         *     Permission: `assessment.read`.
         */
        post: operations["explore_terms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assessments/{assessment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One assessment.
         *
         *     Permission: `assessment.read`.
         */
        get: operations["get_assessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Registered models with their cards; there are few, so one page holds them all.
         *
         *     Permission: `model.read`.
         */
        get: operations["list_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One model with its card: where it comes from, its metrics, and defaults expected and observed by tenth.
         *
         *     Permission: `assessment.read`.
         */
        get: operations["get_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Registered decision graphs; one page holds them all.
         *
         *     Permission: `model.read`.
         */
        get: operations["list_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{version}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Proposes a policy again that was in force before; it is checked by what is true today.
         *
         *     Permission: `policy.propose`.
         */
        post: operations["propose_older_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Says what is wrong with a policy and what it would do; nothing is stored.
         *
         *     Permission: `policy.propose`.
         */
        post: operations["check_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Proposed policies and what became of them, newest first.
         *
         *     Permission: `assessment.read`.
         */
        get: operations["list_policy_proposals"];
        put?: never;
        /**
         * @description Proposes a policy that passes its checks and its back-test; it decides when another person has approved it.
         *
         *     Permission: `policy.propose`.
         */
        post: operations["propose_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One proposed policy; its ETag is for If-Match.
         *
         *     Permission: `assessment.read`.
         */
        get: operations["get_policy_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-proposals/{proposal_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Puts a proposed policy in force, checked once more; another person than the proposer does.
         *
         *     Permission: `policy.approve`.
         */
        post: operations["approve_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-proposals/{proposal_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Ends a proposal that is not wanted; another person than the proposer does.
         *
         *     Permission: `policy.approve`.
         */
        post: operations["reject_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-proposals/{proposal_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Takes one's own proposal back.
         *
         *     Permission: `policy.propose`.
         */
        post: operations["withdraw_policy"];
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
         * AssessmentView
         * @description An assessment with its explanation: reasons with the points they cost, figures seen, versions that gave them.
         */
        AssessmentView: {
            /**
             * Annual Rate
             * @example 0.0712
             */
            annual_rate: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Assessed At
             * Format: date-time
             */
            assessed_at: string;
            /** Detail */
            detail: {
                [key: string]: unknown;
            };
            /**
             * Features
             * @description The facts that were used
             */
            features: {
                [key: string]: number | string | null;
            };
            /**
             * Grade
             * @example C
             */
            grade: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Limit Minor
             * @example 5000000
             */
            limit_minor: number;
            /** Model Version */
            model_version: string;
            outcome: components["schemas"]["RiskOutcome"];
            /**
             * Pd
             * @description Probability of default
             * @example 0.0312
             */
            pd: string;
            /** Policy Version */
            policy_version: string;
            /** Reasons */
            reasons: components["schemas"]["Reason"][];
            /**
             * Score
             * @example 588
             */
            score: number;
            /** Scorecard Version */
            scorecard_version: string;
            /**
             * Triggers
             * @description Rules that send the application to a person
             */
            triggers: string[];
        };
        /**
         * Bound
         * @description What an amount has to keep within.
         * @enum {string}
         */
        Bound: "PRODUCT" | "LIMIT" | "DEBT_SERVICE";
        /**
         * ChangeStatus
         * @description Only an APPROVED change has a row.
         * @enum {string}
         */
        ChangeStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * CheckView
         * @description Whether terms keep a bound.
         */
        CheckView: {
            code: components["schemas"]["Bound"];
            /**
             * Kept
             * @description Null: it cannot be computed, a source is missing
             */
            kept: boolean | null;
            /** Limit */
            limit: string;
            /**
             * Value
             * @description An amount in minor units; of DEBT_SERVICE a fraction of the income
             */
            value: string | null;
        };
        /**
         * Confidence
         * @description How sure a value's source is (domain.md §0.1).
         * @enum {string}
         */
        Confidence: "C1" | "C2" | "MH" | "MM" | "ML" | "P";
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
         * Fate
         * @description What became of a message; a metric counts by it.
         * @enum {string}
         */
        Fate: "done" | "duplicate" | "refused" | "retried" | "dead";
        /**
         * FindingView
         * @description Something that is wrong with a policy.
         */
        FindingView: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /**
             * Place
             * @description A node, a row, an example, the back-test
             */
            place: string;
        };
        /**
         * LegalHoldBody
         * @description An application or a customer about whom nothing may go. Names of persons do not belong into the reason.
         */
        LegalHoldBody: {
            /**
             * Reason
             * @example lawsuit 2026-117
             */
            reason: string;
            /**
             * Subject Id
             * Format: uuid
             * @description Of an application or a customer
             */
            subject_id: string;
        };
        /**
         * LegalHoldReleaseBody
         * @description Why a hold is needed no longer.
         */
        LegalHoldReleaseBody: {
            /**
             * Reason
             * @example the lawsuit is over
             */
            reason: string;
        };
        /**
         * LegalHoldView
         * @description A legal hold.
         */
        LegalHoldView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            /** Placed By */
            placed_by: string;
            /** Reason */
            reason: string;
            /** Release Reason */
            release_reason: string | null;
            /** Released At */
            released_at: string | null;
            /** Released By */
            released_by: string | null;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
        };
        /**
         * LetterState
         * @description RETRYING: tried again by itself. DEAD: waits for a person. DISCARDING: one person wants it gone, another has to
         *     look. HANDLED and DISCARDED are ends.
         * @enum {string}
         */
        LetterState: "RETRYING" | "DEAD" | "DISCARDING" | "HANDLED" | "DISCARDED";
        /**
         * ModelView
         * @description A registered model: its card names the data's hash, the rows and the metrics.
         */
        ModelView: {
            /** Active */
            active: boolean;
            /** Card */
            card: {
                [key: string]: unknown;
            };
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Scorecard Version */
            scorecard_version: string;
            /** Version */
            version: string;
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
        /** Page[LegalHoldView] */
        Page_LegalHoldView_: {
            /** Items */
            items: components["schemas"]["LegalHoldView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ModelView] */
        Page_ModelView_: {
            /** Items */
            items: components["schemas"]["ModelView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterChangeView] */
        Page_ParameterChangeView_: {
            /** Items */
            items: components["schemas"]["ParameterChangeView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[ParameterKindView] */
        Page_ParameterKindView_: {
            /** Items */
            items: components["schemas"]["ParameterKindView"][];
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
        /** Page[PolicyProposalView] */
        Page_PolicyProposalView_: {
            /** Items */
            items: components["schemas"]["PolicyProposalView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[PolicyView] */
        Page_PolicyView_: {
            /** Items */
            items: components["schemas"]["PolicyView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RetentionRuleView] */
        Page_RetentionRuleView_: {
            /** Items */
            items: components["schemas"]["RetentionRuleView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[RetentionRunView] */
        Page_RetentionRunView_: {
            /** Items */
            items: components["schemas"]["RetentionRunView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /**
         * ParameterChangeBody
         * @description A value that a code shall have from a day on.
         */
        ParameterChangeBody: {
            /**
             * Code
             * @example dsr.unsecured
             */
            code: string;
            /**
             * @description domain.md §0.1
             * @example P
             */
            confidence: components["schemas"]["Confidence"];
            /**
             * Correction
             * @description Mends a mistake: may begin in the past, or replace a value of that day
             * @default false
             */
            correction?: boolean;
            /**
             * Reason
             * @example less debt service than income allows
             */
            reason: string;
            /**
             * Source
             * @example minutes of the risk committee 2026-11
             */
            source: string;
            /**
             * Unit
             * @example %
             */
            unit: string;
            /**
             * Valid From
             * Format: date
             * @description Not in the past, unless it is a correction
             * @example 2099-01-01
             */
            valid_from: string;
            /**
             * Value
             * @example 65
             */
            value: string;
        };
        /**
         * ParameterChangeView
         * @description A proposed change and what became of it.
         */
        ParameterChangeView: {
            /** Code */
            code: string;
            confidence: components["schemas"]["Confidence"];
            /** Correction */
            correction: boolean;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            /** Source */
            source: string;
            status: components["schemas"]["ChangeStatus"];
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Value */
            value: string;
        };
        /**
         * ParameterKindView
         * @description A code that the service reads, and what its values may be.
         */
        ParameterKindView: {
            /** Allowed */
            allowed: string;
            /**
             * Area
             * @description Changing it needs the permission <area>-parameter.change
             */
            area: string;
            /** Code */
            code: string;
            /** Meaning */
            meaning: string;
            /** Unit */
            unit: string;
        };
        /**
         * ParameterRejectionBody
         * @description Why a change is not wanted.
         */
        ParameterRejectionBody: {
            /**
             * Reason
             * @example the committee has not decided yet
             */
            reason: string;
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
         * PolicyCheckBody
         * @description A decision graph to look at.
         */
        PolicyCheckBody: {
            /**
             * Content
             * @description The text of the decision graph (JDM), byte for byte: its hash is its version
             * @example {"nodes": [], "edges": []}
             */
            content: string;
            /**
             * Examples
             * @description `examples`: facts that differ from a good applicant's, outcome, and perhaps the rules hit
             * @example {
             *       "examples": []
             *     }
             */
            examples: {
                [key: string]: unknown;
            };
        };
        /**
         * PolicyCheckView
         * @description What was found: nothing where the policy may be proposed.
         */
        PolicyCheckView: {
            /**
             * Backtest
             * @description What it does to a sample of borrowers, by the model in force
             */
            backtest: {
                [key: string]: unknown;
            } | null;
            /** Findings */
            findings: components["schemas"]["FindingView"][];
            /** Policy Version */
            policy_version: string;
        };
        /**
         * PolicyProposalBody
         * @description A decision graph that shall come into force.
         */
        PolicyProposalBody: {
            /**
             * Content
             * @description The text of the decision graph (JDM), byte for byte: its hash is its version
             * @example {"nodes": [], "edges": []}
             */
            content: string;
            /**
             * Examples
             * @description `examples`: facts that differ from a good applicant's, outcome, and perhaps the rules hit
             * @example {
             *       "examples": []
             *     }
             */
            examples: {
                [key: string]: unknown;
            };
            /**
             * Reason
             * @example fewer queries than before are a reason for doubt
             */
            reason: string;
        };
        /**
         * PolicyProposalView
         * @description A proposed policy, with what the back-test found, and what became of it.
         */
        PolicyProposalView: {
            /** Backtest */
            backtest: {
                [key: string]: unknown;
            };
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decision Reason */
            decision_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Policy Version */
            policy_version: string;
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["ProposalStatus"];
        };
        /**
         * PolicyReasonBody
         * @description Why an older policy shall come back, or a proposal is not wanted.
         */
        PolicyReasonBody: {
            /**
             * Reason
             * @example fewer queries than before are a reason for doubt
             */
            reason: string;
        };
        /**
         * PolicyView
         * @description A registered decision graph (JDM).
         */
        PolicyView: {
            /** Active */
            active: boolean;
            /**
             * Approved By
             * @description `seed` for the installation's own, or who proposed and who approved it
             */
            approved_by: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Version */
            version: string;
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
         * ProposalStatus
         * @description An APPROVED one came into force, until a later one did.
         * @enum {string}
         */
        ProposalStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * Reason
         * @description Why a decision is what it is: a stable code, and the figures behind it.
         */
        Reason: {
            /**
             * Code
             * @example R03
             */
            code: string;
            /**
             * Contribution
             * @description Score points lost (negative) or won, where a score gave the reason
             */
            contribution?: string | null;
            /**
             * Detail
             * @description Internal wording for staff, without personal data
             * @default
             */
            detail?: string;
            /**
             * Limit
             * @description The figure that was allowed
             */
            limit?: string | null;
            /**
             * Value
             * @description The figure that was seen
             */
            value?: string | null;
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
         * RetentionRuleView
         * @description How long a record is kept, from which event on, and why.
         */
        RetentionRuleView: {
            /**
             * Parameter
             * @description Changed by two persons, like every parameter
             */
            parameter: string;
            /**
             * Period
             * @description That holds today; absent: nothing goes
             */
            period: number | null;
            /** Record */
            record: string;
            /**
             * Since
             * @description The event from which the period runs
             */
            since: string;
            /** Source */
            source: string;
            /** Table */
            table: string;
            /**
             * Takes
             * @description What goes when it is over: tables, or columns that are emptied
             */
            takes: string[];
            /** Unit */
            unit: string;
            /** Valid From */
            valid_from: string | null;
            /** Why */
            why: string;
        };
        /**
         * RetentionRunView
         * @description What one rule took away on one day.
         */
        RetentionRunView: {
            /**
             * Cutoff
             * Format: date-time
             * @description What began before it was due
             */
            cutoff: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * First At
             * @description Of what went: the oldest event
             */
            first_at: string | null;
            /**
             * Held
             * @description Rows that were due and stay under a legal hold
             */
            held: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Last At
             * @description Of what went: the newest event
             */
            last_at: string | null;
            /** Period */
            period: number;
            /** Record */
            record: string;
            /** Recorded At */
            recorded_at: string | null;
            /** Rule */
            rule: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Taken
             * @description Rows by table
             */
            taken: {
                [key: string]: number;
            };
            /** Unit */
            unit: string;
            /**
             * Valid From
             * Format: date
             * @description With `recorded_at`, the version of the rule
             */
            valid_from: string;
        };
        /**
         * RiskOutcome
         * @description What the policy rules recommend.
         * @enum {string}
         */
        RiskOutcome: "APPROVE" | "REFER" | "DECLINE";
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
         * WhatIfBody
         * @description Other terms than were asked for.
         */
        WhatIfBody: {
            /**
             * Amount Minor
             * @example 3000000
             */
            amount_minor: number;
            /**
             * Term Months
             * @example 12
             */
            term_months: number;
        };
        /**
         * WhatIfView
         * @description What the engine in force says of other terms. Nothing is kept.
         */
        WhatIfView: {
            /**
             * Annual Rate
             * @example 0.0712
             */
            annual_rate: string;
            /**
             * As Decided
             * @description Model, scorecard and policy are those of the application's assessment
             */
            as_decided: boolean;
            /** Checks */
            checks: components["schemas"]["CheckView"][];
            /** Grade */
            grade: string;
            /**
             * Instalment Minor
             * @description Of equal instalments, a month
             * @example 432512
             */
            instalment_minor: number;
            /**
             * Limit Minor
             * @description The most that passes for this term
             * @example 5000000
             */
            limit_minor: number;
            /**
             * Limit Set By
             * @description The line that set it
             * @example CAPACITY
             */
            limit_set_by: string;
            /** Model Version */
            model_version: string;
            outcome: components["schemas"]["RiskOutcome"];
            /** Policy Version */
            policy_version: string;
            /** Reasons */
            reasons: components["schemas"]["Reason"][];
            /** Scorecard Version */
            scorecard_version: string;
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
    list_legal_holds: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Only those that are not released */
                open_only?: boolean;
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
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "placed_at": "2026-01-31T09:30:00Z",
                     *           "placed_by": "text",
                     *           "reason": "text",
                     *           "release_reason": "text",
                     *           "released_at": "2026-01-31T09:30:00Z",
                     *           "released_by": "text",
                     *           "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_LegalHoldView_"];
                };
            };
        };
    };
    place_legal_hold: {
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
                 *       "reason": "lawsuit 2026-117",
                 *       "subject_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["LegalHoldBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "placed_at": "2026-01-31T09:30:00Z",
                     *       "placed_by": "text",
                     *       "reason": "text",
                     *       "release_reason": "text",
                     *       "released_at": "2026-01-31T09:30:00Z",
                     *       "released_by": "text",
                     *       "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["LegalHoldView"];
                };
            };
        };
    };
    release_legal_hold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the lawsuit is over"
                 *     }
                 */
                "application/json": components["schemas"]["LegalHoldReleaseBody"];
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
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "placed_at": "2026-01-31T09:30:00Z",
                     *       "placed_by": "text",
                     *       "reason": "text",
                     *       "release_reason": "text",
                     *       "released_at": "2026-01-31T09:30:00Z",
                     *       "released_by": "text",
                     *       "subject_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *     }
                     */
                    "application/json": components["schemas"]["LegalHoldView"];
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
    list_parameter_changes: {
        parameters: {
            query?: {
                /** @description Of one code */
                code?: string | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description In one state */
                status?: components["schemas"]["ChangeStatus"] | null;
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
                     *           "code": "text",
                     *           "confidence": "C1",
                     *           "correction": true,
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "sequence": 1,
                     *           "source": "text",
                     *           "status": "PROPOSED",
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterChangeView_"];
                };
            };
        };
    };
    propose_parameter_change: {
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
                 *       "code": "dsr.unsecured",
                 *       "confidence": "P",
                 *       "correction": true,
                 *       "reason": "less debt service than income allows",
                 *       "source": "minutes of the risk committee 2026-11",
                 *       "unit": "%",
                 *       "valid_from": "2099-01-01",
                 *       "value": "65"
                 *     }
                 */
                "application/json": components["schemas"]["ParameterChangeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    get_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
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
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    approve_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
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
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    reject_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "the committee has not decided yet"
                 *     }
                 */
                "application/json": components["schemas"]["ParameterRejectionBody"];
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
                     *       "code": "text",
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    withdraw_parameter_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_id: string;
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
                     *       "confidence": "C1",
                     *       "correction": true,
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "source": "text",
                     *       "status": "PROPOSED",
                     *       "unit": "text",
                     *       "valid_from": "2026-01-31",
                     *       "value": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ParameterChangeView"];
                };
            };
        };
    };
    list_parameter_kinds: {
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
                     *           "allowed": "text",
                     *           "area": "text",
                     *           "code": "text",
                     *           "meaning": "text",
                     *           "unit": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ParameterKindView_"];
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
    list_retention_rules: {
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
                     *           "parameter": "text",
                     *           "period": 1,
                     *           "record": "text",
                     *           "since": "text",
                     *           "source": "text",
                     *           "table": "text",
                     *           "takes": [
                     *             "text"
                     *           ],
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31",
                     *           "why": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RetentionRuleView_"];
                };
            };
        };
    };
    list_retention_runs: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                /** @description Of one record */
                record?: string | null;
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
                     *           "cutoff": "2026-01-31T09:30:00Z",
                     *           "finished_at": "2026-01-31T09:30:00Z",
                     *           "first_at": "2026-01-31T09:30:00Z",
                     *           "held": 1,
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last_at": "2026-01-31T09:30:00Z",
                     *           "period": 1,
                     *           "record": "text",
                     *           "recorded_at": "2026-01-31T09:30:00Z",
                     *           "rule": "text",
                     *           "started_at": "2026-01-31T09:30:00Z",
                     *           "taken": {
                     *             "code": 1
                     *           },
                     *           "unit": "text",
                     *           "valid_from": "2026-01-31"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_RetentionRunView_"];
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
    get_assessment_of: {
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
                     *       "annual_rate": "0.0712",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "assessed_at": "2026-01-31T09:30:00Z",
                     *       "detail": {},
                     *       "features": {
                     *         "code": 1
                     *       },
                     *       "grade": "C",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "model_version": "text",
                     *       "outcome": "APPROVE",
                     *       "pd": "0.0312",
                     *       "policy_version": "text",
                     *       "reasons": [
                     *         {
                     *           "code": "R03",
                     *           "contribution": "text",
                     *           "detail": "text",
                     *           "limit": "text",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "score": 588,
                     *       "scorecard_version": "text",
                     *       "triggers": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AssessmentView"];
                };
            };
        };
    };
    explore_terms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_minor": 3000000,
                 *       "term_months": 12
                 *     }
                 */
                "application/json": components["schemas"]["WhatIfBody"];
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
                     *       "annual_rate": "0.0712",
                     *       "as_decided": true,
                     *       "checks": [
                     *         {
                     *           "code": "PRODUCT",
                     *           "kept": true,
                     *           "limit": "text",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "grade": "text",
                     *       "instalment_minor": 432512,
                     *       "limit_minor": 5000000,
                     *       "limit_set_by": "CAPACITY",
                     *       "model_version": "text",
                     *       "outcome": "APPROVE",
                     *       "policy_version": "text",
                     *       "reasons": [
                     *         {
                     *           "code": "R03",
                     *           "contribution": "text",
                     *           "detail": "text",
                     *           "limit": "text",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "scorecard_version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["WhatIfView"];
                };
            };
        };
    };
    get_assessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assessment_id: string;
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
                     *       "annual_rate": "0.0712",
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "assessed_at": "2026-01-31T09:30:00Z",
                     *       "detail": {},
                     *       "features": {
                     *         "code": 1
                     *       },
                     *       "grade": "C",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "limit_minor": 5000000,
                     *       "model_version": "text",
                     *       "outcome": "APPROVE",
                     *       "pd": "0.0312",
                     *       "policy_version": "text",
                     *       "reasons": [
                     *         {
                     *           "code": "R03",
                     *           "contribution": "text",
                     *           "detail": "text",
                     *           "limit": "text",
                     *           "value": "text"
                     *         }
                     *       ],
                     *       "score": 588,
                     *       "scorecard_version": "text",
                     *       "triggers": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AssessmentView"];
                };
            };
        };
    };
    list_models: {
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
                     *           "active": true,
                     *           "card": {},
                     *           "registered_at": "2026-01-31T09:30:00Z",
                     *           "scorecard_version": "text",
                     *           "version": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_ModelView_"];
                };
            };
        };
    };
    get_model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
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
                     *       "active": true,
                     *       "card": {},
                     *       "registered_at": "2026-01-31T09:30:00Z",
                     *       "scorecard_version": "text",
                     *       "version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ModelView"];
                };
            };
        };
    };
    list_policies: {
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
                     *           "active": true,
                     *           "approved_by": "text",
                     *           "content": {},
                     *           "name": "text",
                     *           "registered_at": "2026-01-31T09:30:00Z",
                     *           "version": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PolicyView_"];
                };
            };
        };
    };
    propose_older_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "fewer queries than before are a reason for doubt"
                 *     }
                 */
                "application/json": components["schemas"]["PolicyReasonBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "backtest": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "policy_version": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyProposalView"];
                };
            };
        };
    };
    check_policy: {
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
                 *       "content": "{\"nodes\": [], \"edges\": []}",
                 *       "examples": {
                 *         "examples": []
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PolicyCheckBody"];
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
                     *       "backtest": {},
                     *       "findings": [
                     *         {
                     *           "code": "text",
                     *           "detail": "text",
                     *           "place": "text"
                     *         }
                     *       ],
                     *       "policy_version": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyCheckView"];
                };
            };
        };
    };
    list_policy_proposals: {
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
                     *           "backtest": {},
                     *           "decided_at": "2026-01-31T09:30:00Z",
                     *           "decided_by": "text",
                     *           "decision_reason": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "name": "text",
                     *           "policy_version": "text",
                     *           "proposed_at": "2026-01-31T09:30:00Z",
                     *           "proposed_by": "text",
                     *           "reason": "text",
                     *           "sequence": 1,
                     *           "status": "PROPOSED"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PolicyProposalView_"];
                };
            };
        };
    };
    propose_policy: {
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
                 *       "content": "{\"nodes\": [], \"edges\": []}",
                 *       "examples": {
                 *         "examples": []
                 *       },
                 *       "reason": "fewer queries than before are a reason for doubt"
                 *     }
                 */
                "application/json": components["schemas"]["PolicyProposalBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "backtest": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "policy_version": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyProposalView"];
                };
            };
        };
    };
    get_policy_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
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
                     *       "backtest": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "policy_version": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyProposalView"];
                };
            };
        };
    };
    approve_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
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
                     *       "backtest": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "policy_version": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyProposalView"];
                };
            };
        };
    };
    reject_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "fewer queries than before are a reason for doubt"
                 *     }
                 */
                "application/json": components["schemas"]["PolicyReasonBody"];
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
                     *       "backtest": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "policy_version": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyProposalView"];
                };
            };
        };
    };
    withdraw_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
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
                     *       "backtest": {},
                     *       "decided_at": "2026-01-31T09:30:00Z",
                     *       "decided_by": "text",
                     *       "decision_reason": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "name": "text",
                     *       "policy_version": "text",
                     *       "proposed_at": "2026-01-31T09:30:00Z",
                     *       "proposed_by": "text",
                     *       "reason": "text",
                     *       "sequence": 1,
                     *       "status": "PROPOSED"
                     *     }
                     */
                    "application/json": components["schemas"]["PolicyProposalView"];
                };
            };
        };
    };
}
