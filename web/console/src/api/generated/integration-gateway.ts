// Made by `make api` from integration-gateway's OpenAPI document, sha256 faa17ae305187b7cdbc6358a1f331cbbcd465f815c67d72eaf48036a6f6e162b; not edited.
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
    "/v1/applications/{application_id}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What the outside world said about an applicant; an application has few collections, so one page holds them.
         *
         *     Permission: `assessment.read`.
         */
        get: operations["list_collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/communications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What a customer was told and what was talked about with him, newest first.
         *
         *     Permission: `communication.read`.
         */
        get: operations["list_communications"];
        put?: never;
        /**
         * @description Writes down a call, a visit, a letter. It is neither changed nor taken back; another entry corrects it.
         *
         *     Permission: `communication.add`.
         */
        post: operations["add_communication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/contact-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How a customer wants to be told; what holds for all where he has said nothing.
         *
         *     Permission: `communication.read`.
         */
        get: operations["get_contact_preferences"];
        put?: never;
        /**
         * @description A customer has said that he wants no reminders, or that he may be reminded at night.
         *
         *     Permission: `communication.add`.
         */
        post: operations["change_contact_preferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customer_id}/source-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was asked about a customer, of whom, for what purpose and under which consent, the newest first: calls,
         *     answers that stood again, and refusals.
         *
         *     Permission: `source-access.read`.
         */
        get: operations["list_source_accesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoice-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Asks the tax authorities about an invoice, at most five times a day for the same one. It is recorded who has
         *     asked.
         *
         *     Permission: `purpose.check`.
         */
        post: operations["check_invoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/my/signatures/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Where the borrower signs the contract of his own application.
         *
         *     Permission: `own-offer.accept`.
         */
        get: operations["get_own_signature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Partners by id.
         *
         *     Permission: `partner.read`.
         */
        get: operations["list_partners"];
        put?: never;
        /**
         * @description A new partner; another person approves it (R-9.10).
         *
         *     Permission: `partner.propose`.
         */
        post: operations["propose_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One partner.
         *
         *     Permission: `partner.read`.
         */
        get: operations["get_partner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The proposed terms hold from now on, by another person than proposed them.
         *
         *     Permission: `partner.approve`.
         */
        post: operations["approve_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What was sent to the partner's endpoint, newest first, and what became of it.
         *
         *     Permission: `partner.read`.
         */
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/deliveries/{delivery_id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Sends a message again under the same `webhook-id`.
         *
         *     Permission: `partner.connect`.
         */
        post: operations["redeliver_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Another key; those before it end after the overlap. The secret is shown once, so the answer is not kept for a
         *     repeated request and there is no Idempotency-Key: who has lost it asks for another one.
         *
         *     Permission: `partner.connect`.
         */
        post: operations["issue_partner_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description The proposed terms do not come to hold.
         *
         *     Permission: `partner.approve`.
         */
        post: operations["reject_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Lets a partner in no more, at once. Its webhooks go on: they concern loans that are there.
         *
         *     Permission: `partner.suspend`.
         */
        post: operations["suspend_partner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Other terms of a partner, or the same again for one that was suspended; another person approves them.
         *
         *     Permission: `partner.propose`.
         */
        post: operations["propose_partner_terms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner_id}/webhook-endpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Where the partner is told, and how that does.
         *
         *     Permission: `partner.read`.
         */
        get: operations["get_webhook_endpoint"];
        put?: never;
        /**
         * @description Where the partner is told from now on, with a new secret, shown once; one that was disabled is told again.
         *
         *     Permission: `partner.connect`.
         */
        post: operations["set_webhook_endpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Payment orders by id.
         *
         *     Permission: `payment.read`.
         */
        get: operations["list_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One payment order.
         *
         *     Permission: `payment.read`.
         */
        get: operations["get_payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/provider-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Calls, answers and what they cost, by capability and provider, on one day; of today all but the last second.
         *
         *     Permission: `provider.read`.
         */
        get: operations["get_provider_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/provider-differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description How answers of providers that are called for comparison differ from those that serve, by field; no value.
         *
         *     Permission: `provider.read`.
         */
        get: operations["list_provider_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/provider-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every provider of every capability, in the order of the table, and how it is used today. A change is proposed as
         *     a parameter (`/v1/admin/parameter-changes`) and holds in every process within seconds of its approval.
         *
         *     Permission: `provider.read`.
         */
        get: operations["list_provider_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/provider-switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Has a provider called no more, or again, in every process within seconds. What waits for it is tried again.
         *
         *     Permission: `provider.switch`.
         */
        post: operations["turn_provider_switch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Circuit, calls, failures by class and how long the last calls took, of every provider; `circuit` is closed, open,
         *     or held-open by hand.
         *
         *     Permission: `provider.read`.
         */
        get: operations["list_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantined-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Those in a state, the oldest first.
         *
         *     Permission: `quarantine.read`.
         */
        get: operations["list_quarantined_answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantined-answers/{answer_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Closes it with what was found out, once.
         *
         *     Permission: `quarantine.close`.
         */
        post: operations["close_quarantined_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quarantined-answers/{answer_id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Shows what an answer said, for a purpose. Each reading is recorded before it is answered; it takes no
         *     Idempotency-Key.
         *
         *     Permission: `quarantine.open`.
         */
        post: operations["read_quarantined_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlement-days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description What came of holding the channel's file of a day against our orders, with each break (长款, 短款).
         *
         *     Permission: `payment.read`.
         */
        get: operations["get_settlement_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlement-days/{day}/breaks/{order_id}/clearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Writes down how a break was cleared, once. It moves no money: what has to be booked is booked by two people at
         *     postloan-svc, and `reference` names it.
         *
         *     Permission: `settlement.clear`.
         */
        post: operations["clear_settlement_break"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Sends a code to the mobile number of a customer: it lives five minutes, is good once, and takes the place of the
         *     last one. One a minute and ten a day are sent.
         *
         *     Permission: `sign-in.check`.
         */
        post: operations["send_sign_in_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-codes/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Whether this is the code that was sent to the customer last. Five wrong ones end it. It takes no
         *     Idempotency-Key: who asks again has used a try.
         *
         *     Permission: `sign-in.check`.
         */
        post: operations["check_sign_in_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signatures/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description For the front end that acts for the borrower. The provider is asked each time: links run out.
         *
         *     Permission: `disclosure.confirm`.
         */
        get: operations["get_signature"];
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
         * Access
         * @description How an answer came about, as the log of access tells it.
         * @enum {string}
         */
        Access: "CALLED" | "REUSED" | "SHARED" | "REFUSED";
        /**
         * AccessesView
         * @description What was asked about a customer at once, and what for.
         */
        AccessesView: {
            /** Accesses */
            accesses: components["schemas"]["SourceAccessView"][];
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Purpose Code
             * @description Query reason of domain.md §7.1
             */
            purpose_code: string;
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
        };
        /**
         * AnswerView
         * @description What one source answered: status, its code, how long it took; never its text.
         *
         *     An answer that served again for the same purpose names the request that it was given to, and when.
         */
        AnswerView: {
            /** Adapter */
            adapter: string;
            /** Charged */
            charged: boolean;
            /** Code */
            code: string;
            /** Elapsed Ms */
            elapsed_ms: number;
            /** Fetched At */
            fetched_at?: string | null;
            /**
             * Provider
             * @description Whose answer it is; rows of before do not tell
             */
            provider?: string | null;
            /** Raw Hash */
            raw_hash: string;
            /** Reused From */
            reused_from?: string | null;
            /** Source */
            source: string;
            /** Source Ref */
            source_ref: string;
            /** Status */
            status: string;
        };
        /**
         * AttemptView
         * @description An order of a payment at the channel, by its number there. Where the channel is known never to have got it, since
         *     when: only then another one follows.
         */
        AttemptView: {
            /** Absent At */
            absent_at: string | null;
            /** Number */
            number: number;
            /** Order Id */
            order_id: string;
            /**
             * Ordered At
             * Format: date-time
             */
            ordered_at: string;
        };
        /**
         * BreakKind
         * @description How the channel's file and our book differ about an order.
         * @enum {string}
         */
        BreakKind: "SETTLED_THERE_ALONE" | "SETTLED_HERE_ALONE" | "AMOUNT_DIFFERS" | "RETURNED_UNKNOWN";
        /**
         * BureauFacts
         * @description Figures derived from the credit report (domain.md §7.1), summary and detail together: the worse of them counts.
         *
         *     A late month is a calendar month in which any account was late, counted once with its worst status.
         */
        BureauFacts: {
            /**
             * Bad Class Accounts
             * @description Accounts of class substandard, doubtful, loss or default
             * @default 0
             */
            bad_class_accounts?: number;
            /**
             * Bad Debts
             * @description Accounts written off, or about to be (呆账)
             * @default 0
             */
            bad_debts?: number;
            /**
             * Bad Guarantees
             * @description Of these: loans in a bad class, or over 60 days late
             * @default 0
             */
            bad_guarantees?: number;
            /**
             * Bad Transactions
             * @description Debts that the guarantor paid, assets settled, or the lender enforced or wrote off
             * @default 0
             */
            bad_transactions?: number;
            /**
             * Card Balance Minor
             * @description Owed on cards; a part of it is debt service every month
             * @default 0
             * @example 1000000
             */
            card_balance_minor?: number;
            /**
             * Card Limit Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            card_limit_minor?: number;
            /**
             * Card Used Minor
             * @description Drawn on cards and revolving loans
             * @default 0
             * @example 1000000
             */
            card_used_minor?: number;
            /**
             * Current Overdue Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            current_overdue_minor?: number;
            /**
             * Doubtful Guarantees
             * @description Of these: loans that are late or under special mention
             * @default 0
             */
            doubtful_guarantees?: number;
            /**
             * Eased Transactions
             * @description Debts extended, deferred, forgiven in part or sold
             * @default 0
             */
            eased_transactions?: number;
            /**
             * Enforced Accounts
             * @description Accounts enforced by a court or closed by force
             * @default 0
             */
            enforced_accounts?: number;
            /**
             * Enforcement Records
             * @description Public records: enforcement by courts
             * @default 0
             */
            enforcement_records?: number;
            /**
             * Guarantee Balance Minor
             * @description Balance of others' loans that the person answers for
             * @default 0
             * @example 1000000
             */
            guarantee_balance_minor?: number;
            /**
             * Judgment Records
             * @description Public records: civil judgments
             * @default 0
             */
            judgment_records?: number;
            /**
             * Late 1 24M
             * @description Late months of 24 with worst status 1 (1-30 days)
             * @default 0
             */
            late_1_24m?: number;
            /**
             * Late 2 24M
             * @description Late months of 24 with worst status 2 (31-60 days)
             * @default 0
             */
            late_2_24m?: number;
            /**
             * Late 3 24M
             * @description Late months of 24 with worst status 3 (61-90 days)
             * @default 0
             */
            late_3_24m?: number;
            /**
             * Late 4Plus 24M
             * @description Late months of 24 with worst status 4 and worse (over 90 days)
             * @default 0
             */
            late_4plus_24m?: number;
            /**
             * Late Months 60M
             * @description Late months of 60
             * @default 0
             */
            late_months_60m?: number;
            /**
             * Late Run 24M
             * @description Longest run of late months of 24; a month of status k ends a run of k at least
             * @default 0
             */
            late_run_24m?: number;
            /**
             * Monthly Debt Service Minor
             * @description Dues of loans of other lenders; those of cards and ours are not told
             * @default 0
             * @example 1000000
             */
            monthly_debt_service_minor?: number;
            /**
             * Mortgage Accounts
             * @description Open accounts of business type 11
             */
            mortgage_accounts: number;
            /**
             * Open Accounts
             * @description Loans and cards that are open
             */
            open_accounts: number;
            /**
             * Overdue Accounts
             * @description Accounts that are overdue now by state, instalments or amount
             * @default 0
             */
            overdue_accounts?: number;
            /**
             * Penalty Records
             * @description Public records: administrative penalties
             * @default 0
             */
            penalty_records?: number;
            /**
             * Queries 1M
             * @description Queries for new credit in the last month
             * @default 0
             */
            queries_1m?: number;
            /**
             * Queries 3M
             * @default 0
             */
            queries_3m?: number;
            /**
             * Query Orgs 7D
             * @description Different institutions behind approval queries of 7 days (F-01)
             * @default 0
             */
            query_orgs_7d?: number;
            /**
             * Query Orgs 30D
             * @description The same of 30 days
             * @default 0
             */
            query_orgs_30d?: number;
            /**
             * Query Orgs 90D
             * @description The same of 90 days
             * @default 0
             */
            query_orgs_90d?: number;
            /**
             * Recovered Debts
             * @description Debts that others recover from the person (被追偿), running
             * @default 0
             */
            recovered_debts?: number;
            /**
             * Recovered Debts Ended
             * @description The same, ended
             * @default 0
             */
            recovered_debts_ended?: number;
            /**
             * Restricted Accounts
             * @description Accounts frozen, stopped or short of collateral
             * @default 0
             */
            restricted_accounts?: number;
            /**
             * Revolving Utilisation
             * @description Used over limit of revolving accounts; above 1 when overdrawn
             */
            revolving_utilisation: string;
            /**
             * Tax Arrears Records
             * @description Public records: unpaid taxes
             * @default 0
             */
            tax_arrears_records?: number;
            /**
             * Unknown Codes
             * @description Codes of state, class and the like that are not known; absent: nobody has looked
             */
            unknown_codes?: number | null;
            /**
             * Unknown Months 24M
             * @description Months of 24 that an account reports as not known (#)
             * @default 0
             */
            unknown_months_24m?: number;
            /**
             * Unsecured Exposure Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            unsecured_exposure_minor?: number;
            /**
             * Watched Accounts
             * @description Accounts of class special mention (关注)
             * @default 0
             */
            watched_accounts?: number;
            /**
             * Worst 12M
             * @description Worst status of 12 months by the severity map
             * @default 0
             */
            worst_12m?: number;
            /**
             * Worst 24M
             * @description The same of 24 months
             * @default 0
             */
            worst_24m?: number;
            /**
             * Worst 60M
             * @description The same of 60 months
             * @default 0
             */
            worst_60m?: number;
        };
        /**
         * ChangeStatus
         * @description Only an APPROVED change has a row.
         * @enum {string}
         */
        ChangeStatus: "PROPOSED" | "APPROVED" | "REJECTED" | "WITHDRAWN";
        /**
         * Clearing
         * @description How a break was cleared.
         * @enum {string}
         */
        Clearing: "SETTLED_LATER" | "CHANNEL_CORRECTED" | "BOOKED" | "RETURNED";
        /**
         * ClearingBody
         * @description What was found out about a break.
         */
        ClearingBody: {
            /**
             * Note
             * @example 渠道次日补报，金额一致
             */
            note: string;
            /** @example CHANNEL_CORRECTED */
            outcome: components["schemas"]["Clearing"];
            /**
             * Reference
             * @description The journal, repayment or letter that proves it
             * @example MAIL-2026-0117
             */
            reference: string;
        };
        /**
         * ClearingView
         * @description How a break was cleared, and by whom.
         */
        ClearingView: {
            /**
             * Cleared At
             * Format: date-time
             */
            cleared_at: string;
            /** Cleared By */
            cleared_by: string;
            /** Note */
            note: string;
            outcome: components["schemas"]["Clearing"];
            /** Reference */
            reference: string;
        };
        /**
         * CollectedFacts
         * @description All sources that the product asked for, as far as they answered.
         */
        CollectedFacts: {
            /**
             * Collected At
             * Format: date-time
             */
            collected_at: string;
            court?: components["schemas"]["CourtFacts"] | null;
            credit_bureau?: components["schemas"]["BureauFacts"] | null;
            identity?: components["schemas"]["IdentityFacts"] | null;
            registry?: components["schemas"]["RegistryFacts"] | null;
            social_insurance?: components["schemas"]["SocialInsuranceFacts"] | null;
            /** Statuses */
            statuses: {
                [key: string]: components["schemas"]["SourceStatus"];
            };
            tax?: components["schemas"]["TaxFacts"] | null;
            telecom?: components["schemas"]["TelecomFacts"] | null;
        };
        /**
         * CollectionView
         * @description What was collected for an application, and from whom.
         */
        CollectionView: {
            /** Answers */
            answers: components["schemas"]["AnswerView"][];
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Collected At
             * Format: date-time
             */
            collected_at: string;
            facts: components["schemas"]["CollectedFacts"];
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
        };
        /**
         * CommunicationBody
         * @description A talk with a customer.
         */
        CommunicationBody: {
            /** Application Id */
            application_id?: string | null;
            /**
             * At
             * Format: date-time
             * @description Of the last 30 days
             */
            at: string;
            /** @example OUT */
            direction: components["schemas"]["Direction"];
            /**
             * Medium
             * @example PHONE
             * @enum {string}
             */
            medium: "PHONE" | "VISIT" | "LETTER" | "SMS" | "MAIL" | "OTHER";
            /**
             * Note
             * @description What was said
             * @example 客户确认下月五日前还款
             */
            note: string;
        };
        /**
         * CommunicationView
         * @description One communication.
         */
        CommunicationView: {
            /** Application Id */
            application_id: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Code
             * @description The channel's word, or the rule: refused-by-customer, too-many-today
             */
            code: string;
            direction: components["schemas"]["Direction"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Made By */
            made_by: string;
            medium: components["schemas"]["Medium"];
            /** Note */
            note: string | null;
            /**
             * Outcome
             * @description DELIVERED, REFUSED by the channel, WITHHELD by a rule of contact, TALKED
             */
            outcome: string;
            /**
             * Template
             * @description Of what the platform has sent
             * @example repayment-reminder
             */
            template: string | null;
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
         * ContactBody
         * @description Whom to reach about what.
         */
        ContactBody: {
            /**
             * Address
             * @example desk@partner.example
             */
            address: string;
            /**
             * Role
             * @example operations
             */
            role: string;
        };
        /**
         * ContactView
         * @description Whom to reach about what.
         */
        ContactView: {
            /** Address */
            address: string;
            /** Role */
            role: string;
        };
        /**
         * CourtFacts
         * @description Counts by list of domain.md §7.6, matched by name and full identity number only.
         */
        CourtFacts: {
            /**
             * Dishonest
             * @default 0
             */
            dishonest?: number;
            /**
             * Enforcement
             * @default 0
             */
            enforcement?: number;
            /**
             * Enforcement Amount Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            enforcement_amount_minor?: number;
            /**
             * Enforcement Ended
             * @default 0
             */
            enforcement_ended?: number;
            /**
             * Judgments
             * @default 0
             */
            judgments?: number;
            /**
             * Spending Restricted
             * @default 0
             */
            spending_restricted?: number;
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
         * DeliveryState
         * @description States of deliveries.
         * @enum {string}
         */
        DeliveryState: "OPEN" | "DELIVERED" | "FAILED";
        /**
         * DeliveryView
         * @description A message to the partner's endpoint, and what became of it.
         */
        DeliveryView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             * @description `webhook-id`, the same on every try
             */
            id: string;
            /**
             * Last Code
             * @description What the last try was answered: `http-500`, `timeout`, `network`, …
             */
            last_code: string | null;
            /**
             * State
             * @description OPEN, DELIVERED or FAILED
             */
            state: string;
            /** Tries */
            tries: number;
            /** Type */
            type: string;
        };
        /**
         * DifferenceView
         * @description How often a field was told alike and otherwise by the provider that serves and by another.
         */
        DifferenceView: {
            /** Capability */
            capability: string;
            /** Compared */
            compared: number;
            /** Differed */
            differed: number;
            /** Field */
            field: string;
            /** Provider */
            provider: string;
            /** Shadow */
            shadow: string;
        };
        /**
         * Direction
         * @description Who has told whom.
         * @enum {string}
         */
        Direction: "OUT" | "IN";
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
         * EndpointBody
         * @description Where the partner is told.
         */
        EndpointBody: {
            /**
             * Overlap Hours
             * @description So long are messages signed with the secret before, too
             * @default 24
             */
            overlap_hours?: number;
            /**
             * Url
             * @example https://partner.example/hooks/xinliu
             */
            url: string;
        };
        /**
         * EndpointView
         * @description A partner's endpoint and how it does.
         */
        EndpointView: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Disabled At */
            disabled_at: string | null;
            /** Failing Since */
            failing_since: string | null;
            /** Url */
            url: string;
        };
        /**
         * Fate
         * @description What became of a message; a metric counts by it.
         * @enum {string}
         */
        Fate: "done" | "duplicate" | "refused" | "retried" | "dead";
        /**
         * FeeTermsBody
         * @description What the partner gets of a loan that is paid out.
         */
        FeeTermsBody: {
            /**
             * Per Loan Minor
             * @default 0
             */
            per_loan_minor?: number;
            /**
             * Rate
             * @default 0
             * @example 0.01
             */
            rate?: number | string;
        };
        /**
         * FindingBody
         * @description What was found out.
         */
        FindingBody: {
            /**
             * Finding
             * @example the provider renamed a field; adapter nciic-2 reads it
             */
            finding: string;
        };
        /**
         * FlowState
         * @description How far it is with the provider. All but DRAFT and SIGNING are ends.
         * @enum {string}
         */
        FlowState: "DRAFT" | "SIGNING" | "SIGNED" | "REFUSED" | "REVOKED" | "EXPIRED";
        /**
         * IdentityFacts
         * @description Answer of the online identity check (domain.md §7.2).
         */
        IdentityFacts: {
            /**
             * Deceased
             * @default false
             */
            deceased?: boolean;
            /**
             * Match
             * @description 00 match, 01 name and number differ, 02 number unknown, 03 photo differs
             */
            match: string;
        };
        /**
         * InvoiceCheckBody
         * @description What an invoice says, and which application it was handed in for.
         */
        InvoiceCheckBody: {
            /**
             * Amount Minor
             * @description Without tax
             * @example 10000000
             */
            amount_minor?: number | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Check Code
             * @description Its last places
             */
            check_code?: string | null;
            /**
             * Code
             * @description Absent on a fully digital one
             */
            code?: string | null;
            /**
             * Issued On
             * Format: date
             * @example 2026-08-15
             */
            issued_on: string;
            /**
             * Kind
             * @example 08
             */
            kind?: string | null;
            /**
             * Number
             * @example 26990000000012345678
             */
            number: string;
        };
        /**
         * InvoiceCheckView
         * @description What the tax authorities know of an invoice. One that is VOID or RED proves nothing.
         */
        InvoiceCheckView: {
            /** Amount Minor */
            amount_minor: number | null;
            /**
             * Buyer
             * @description Tax number
             */
            buyer: string | null;
            /**
             * Seller
             * @description Tax number
             */
            seller: string | null;
            /** @description What became of it, where it matches */
            state: components["schemas"]["InvoiceState"] | null;
            /** Tax Minor */
            tax_minor: number | null;
            /** Total Minor */
            total_minor: number | null;
            verdict: components["schemas"]["InvoiceVerdict"];
        };
        /**
         * InvoiceState
         * @description What became of an invoice.
         * @enum {string}
         */
        InvoiceState: "NORMAL" | "VOID" | "RED" | "PARTLY_RED";
        /**
         * InvoiceVerdict
         * @description What is said of an invoice.
         * @enum {string}
         */
        InvoiceVerdict: "MATCHES" | "DIFFERS" | "UNKNOWN" | "LIMIT";
        /**
         * IssuedEndpointView
         * @description The endpoint's secret (Standard Webhooks): shown now and never again.
         */
        IssuedEndpointView: {
            /**
             * Secret
             * @example whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3
             */
            secret: string;
            /** Url */
            url: string;
        };
        /**
         * IssuedKeyView
         * @description A new key: the secret is shown now and never again.
         */
        IssuedKeyView: {
            /** Key Id */
            key_id: string;
            /**
             * Secret
             * @description Sign with its UTF-8 bytes
             * @example xk_9c1d…
             */
            secret: string;
        };
        /**
         * KeyBody
         * @description How long the keys before it stay valid.
         */
        KeyBody: {
            /**
             * Overlap Hours
             * @default 24
             */
            overlap_hours?: number;
        };
        /**
         * KeyView
         * @description A key without its secret.
         */
        KeyView: {
            /** Expires At */
            expires_at: string | null;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /** Issued By */
            issued_by: string;
            /** Key Id */
            key_id: string;
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
         * Looked
         * @description Whether somebody has dealt with it.
         * @enum {string}
         */
        Looked: "OPEN" | "CLOSED";
        /**
         * Medium
         * @description How a customer was reached, or has reached us.
         * @enum {string}
         */
        Medium: "SMS" | "PUSH" | "MAIL" | "PHONE" | "VISIT" | "LETTER" | "OTHER";
        /**
         * NothingBody
         * @description Nothing to say.
         */
        NothingBody: Record<string, never>;
        /** Page[AccessesView] */
        Page_AccessesView_: {
            /** Items */
            items: components["schemas"]["AccessesView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[CollectionView] */
        Page_CollectionView_: {
            /** Items */
            items: components["schemas"]["CollectionView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[CommunicationView] */
        Page_CommunicationView_: {
            /** Items */
            items: components["schemas"]["CommunicationView"][];
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
        /** Page[DeliveryView] */
        Page_DeliveryView_: {
            /** Items */
            items: components["schemas"]["DeliveryView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[DifferenceView] */
        Page_DifferenceView_: {
            /** Items */
            items: components["schemas"]["DifferenceView"][];
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
        /** Page[PartnerView] */
        Page_PartnerView_: {
            /** Items */
            items: components["schemas"]["PartnerView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /** Page[PaymentView] */
        Page_PaymentView_: {
            /** Items */
            items: components["schemas"]["PaymentView"][];
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
        /** Page[QuarantinedAnswerView] */
        Page_QuarantinedAnswerView_: {
            /** Items */
            items: components["schemas"]["QuarantinedAnswerView"][];
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
         * PartnerStatus
         * @description PROPOSED until terms of it were approved once; a SUSPENDED one is let in again by another approval.
         * @enum {string}
         */
        PartnerStatus: "PROPOSED" | "ACTIVE" | "SUSPENDED";
        /**
         * PartnerView
         * @description A partner.
         */
        PartnerView: {
            /** Approved At */
            approved_at: string | null;
            /** Approved By */
            approved_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Keys */
            keys: components["schemas"]["KeyView"][];
            proposal: components["schemas"]["ProposalView"] | null;
            /** Sequence */
            sequence: number;
            status: components["schemas"]["PartnerStatus"];
            /** @description Those that hold; null until some were approved */
            terms: components["schemas"]["TermsView"] | null;
        };
        /**
         * PaymentView
         * @description A payment order and how it stands.
         */
        PaymentView: {
            /** Amount Minor */
            amount_minor: number;
            /** Attempts */
            attempts: components["schemas"]["AttemptView"][];
            /** Direction */
            direction: string;
            /** Finished At */
            finished_at: string | null;
            /**
             * Loan Id
             * Format: uuid
             */
            loan_id: string;
            /**
             * Payment Id
             * Format: uuid
             */
            payment_id: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Result */
            result: {
                [key: string]: unknown;
            } | null;
            state: components["schemas"]["WorkState"];
            /** Tries */
            tries: number;
        };
        /**
         * Policy
         * @description How one provider of a capability is used.
         */
        Policy: {
            /** Connect Ms */
            connect_ms?: number | null;
            /**
             * Cost Yuan
             * @description Price of a call that it charges for
             * @default 0
             */
            cost_yuan?: string;
            /**
             * Hedge After Ms
             * @description Asked a second time where it is silent for so long
             */
            hedge_after_ms?: number | null;
            /**
             * In Flight
             * @description Calls under way in one process
             * @default 64
             */
            in_flight?: number;
            /**
             * Per Day
             * @description Calls of all processes
             */
            per_day?: number | null;
            /**
             * Per Second
             * @description Calls of one process
             */
            per_second?: number | null;
            /**
             * Priority
             * @description The lowest is asked first, the next where it fails
             * @default 1
             */
            priority?: number;
            /**
             * Products
             * @description Products that it serves; none: all
             * @default []
             */
            products?: string[];
            /**
             * Read Ms
             * @description How long it may be silent within an answer
             */
            read_ms?: number | null;
            /**
             * Reuse Hours
             * @description How long an answer serves again, for the same person and purpose
             */
            reuse_hours?: number | null;
            /**
             * Serves
             * @description Whether it is asked; false: for comparison alone, if at all
             * @default true
             */
            serves?: boolean;
            /**
             * Shadow Percent
             * @description Of the answers of others that its own are compared with
             * @default 0
             */
            shadow_percent?: number;
            /**
             * Timeout Ms
             * @description For a call as a whole; absent: the adapter's own
             */
            timeout_ms?: number | null;
            /**
             * Weight
             * @description Its share among those of one priority; where one of them has none, the cheaper is asked first
             */
            weight?: number | null;
        };
        /**
         * PolicyView
         * @description How a provider is used for a capability today.
         */
        PolicyView: {
            /** Approved By */
            approved_by: string | null;
            /** Capability */
            capability: string;
            /**
             * Parameter
             * @description The parameter whose value it is: two persons change it
             */
            parameter: string;
            policy: components["schemas"]["Policy"];
            /** Provider */
            provider: string;
            /**
             * Valid From
             * @description Absent: nobody has decided on it, and what is built in holds
             */
            valid_from: string | null;
        };
        /**
         * PreferenceBody
         * @description How a customer wants to be told.
         */
        PreferenceBody: {
            /**
             * Night
             * @description Reminders in the hours that are quiet for others
             * @default false
             */
            night?: boolean;
            /**
             * Reminders
             * @description Of instalments that fall due
             * @example true
             */
            reminders: boolean;
        };
        /**
         * PreferenceView
         * @description How a customer wants to be told.
         */
        PreferenceView: {
            /** Changed At */
            changed_at: string | null;
            /** Changed By */
            changed_by: string | null;
            /** Night */
            night: boolean;
            /** Reminders */
            reminders: boolean;
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
         * ProposalView
         * @description Terms that wait for a second person.
         */
        ProposalView: {
            /**
             * Proposed At
             * Format: date-time
             */
            proposed_at: string;
            /** Proposed By */
            proposed_by: string;
            terms: components["schemas"]["TermsView"];
        };
        /**
         * ProviderDaysView
         * @description A day of the ledger, and its sum.
         */
        ProviderDaysView: {
            /** Cost Yuan */
            cost_yuan: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Items */
            items: components["schemas"]["ProviderDayView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
        };
        /**
         * ProviderDayView
         * @description What was counted of a provider on a day. `reused` and `shared` answers were no calls; `shadow` calls served
         *     comparison alone; `refused` were not made (quota, rate, bulkhead, not configured).
         */
        ProviderDayView: {
            /** Calls */
            calls: number;
            /** Capability */
            capability: string;
            /** Charged */
            charged: number;
            /** Cost Yuan */
            cost_yuan: string;
            /** Hits */
            hits: number;
            /** Misses */
            misses: number;
            /** Provider */
            provider: string;
            /**
             * Quota Left
             * @description Of today's quota, where there is one
             */
            quota_left: number | null;
            /** Refused */
            refused: number;
            /** Reused */
            reused: number;
            /** Shadow */
            shadow: number;
            /** Shared */
            shared: number;
            /** Unusable */
            unusable: number;
        };
        /**
         * ProvidersView
         * @description All providers on one page, and what waits for them.
         */
        ProvidersView: {
            /** Items */
            items: components["schemas"]["ProviderView"][];
            /**
             * Next Cursor
             * @description Give it back as `cursor` for the next page; absent on the last
             */
            next_cursor?: string | null;
            /** Waiting */
            waiting: {
                [key: string]: number;
            };
        };
        /**
         * ProviderView
         * @description How one provider does, since this process began.
         */
        ProviderView: {
            /** Calls */
            calls: number;
            /** Circuit */
            circuit: string;
            /**
             * Errors
             * @description Failures by class: timeout, network, http-503, malformed, circuit-open
             */
            errors: {
                [key: string]: number;
            };
            /** Failures */
            failures: number;
            /** P50 Ms */
            p50_ms: number;
            /** P95 Ms */
            p95_ms: number;
            /** P99 Ms */
            p99_ms: number;
            /** Provider */
            provider: string;
        };
        /**
         * Purpose
         * @description What somebody reads one for.
         * @enum {string}
         */
        Purpose: "ADAPTER_REPAIR" | "COMPLAINT" | "AUDIT";
        /**
         * QuarantinedAnswerView
         * @description One answer of which nothing was read; never its text.
         */
        QuarantinedAnswerView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Came At
             * Format: date-time
             */
            came_at: string;
            /** Closed At */
            closed_at: string | null;
            /** Closed By */
            closed_by: string | null;
            /**
             * Code
             * @description The incident: shape-changed, malformed, wrong-subject, bad-signature
             */
            code: string;
            /**
             * Fault
             * @description Where in the answer, without anything of the person
             */
            fault: string;
            /** Finding */
            finding: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Provider */
            provider: string;
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            source: components["schemas"]["Source"];
            state: components["schemas"]["Looked"];
        };
        /**
         * QuarantinedTextView
         * @description What an answer said.
         */
        QuarantinedTextView: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Text */
            text: string;
        };
        /**
         * ReadingBody
         * @description What it is read for.
         */
        ReadingBody: {
            /** @example ADAPTER_REPAIR */
            purpose: components["schemas"]["Purpose"];
        };
        /**
         * RegistryFacts
         * @description Business registry (domain.md §7.7).
         */
        RegistryFacts: {
            /**
             * Abnormal
             * @default false
             */
            abnormal?: boolean;
            /** Months Operating */
            months_operating: number;
            /**
             * Serious Illegal
             * @default false
             */
            serious_illegal?: boolean;
            /** State */
            state: string;
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
         * SettlementBreakView
         * @description An order about which the channel's file and our book differ; amounts are absent on the side that has none.
         */
        SettlementBreakView: {
            cleared: components["schemas"]["ClearingView"] | null;
            kind: components["schemas"]["BreakKind"];
            /** Order Id */
            order_id: string;
            /** Ours Minor */
            ours_minor: number | null;
            /** Payment Id */
            payment_id: string | null;
            /** Theirs Minor */
            theirs_minor: number | null;
        };
        /**
         * SettlementDayView
         * @description A day whose file was held against our orders.
         */
        SettlementDayView: {
            /** Amount Minor */
            amount_minor: number;
            /** Breaks */
            breaks: components["schemas"]["SettlementBreakView"][];
            /**
             * Compared At
             * Format: date-time
             */
            compared_at: string;
            /** Orders */
            orders: number;
            /**
             * Settled On
             * Format: date
             */
            settled_on: string;
        };
        /**
         * SignatureStandingView
         * @description How far the signature of a contract is.
         */
        SignatureStandingView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            /** Contract Hash */
            contract_hash: string;
            /**
             * Link
             * @description Where the borrower signs, at the provider's; absent once it is over
             */
            link: string | null;
            state: components["schemas"]["FlowState"];
        };
        /**
         * SignInCodeBody
         * @description Whom to send a code.
         */
        SignInCodeBody: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
        };
        /**
         * SignInCodeView
         * @description A code was sent: not which.
         */
        SignInCodeView: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Valid Seconds */
            valid_seconds: number;
        };
        /**
         * SocialInsuranceFacts
         * @description Social insurance and housing fund (domain.md §7.4): income = monthly deposit / (personal + employer ratio).
         */
        SocialInsuranceFacts: {
            /**
             * Monthly Income Minor
             * @description Money in minor units (fen)
             * @example 1000000
             */
            monthly_income_minor: number;
            /** Months Continuous */
            months_continuous: number;
        };
        /**
         * Source
         * @description Outside sources, each behind one port of the integration gateway (domain.md §7).
         * @enum {string}
         */
        Source: "IDENTITY" | "TELECOM" | "CREDIT_BUREAU" | "SOCIAL_INSURANCE" | "TAX" | "COURT" | "REGISTRY" | "FACE";
        /**
         * SourceAccessView
         * @description One access to what a source knows: a call, an answer that stood again, or a refusal.
         */
        SourceAccessView: {
            access: components["schemas"]["Access"];
            /** Charged */
            charged: boolean;
            /** Code */
            code: string;
            /** Consent Id */
            consent_id: string | null;
            /** Cost Yuan */
            cost_yuan: string | null;
            /** Provider */
            provider: string | null;
            /** Reused From */
            reused_from: string | null;
            /** Source */
            source: string;
            /** Status */
            status: string;
            /** Tried */
            tried: components["schemas"]["TriedView"][];
        };
        /**
         * SourceStatus
         * @description The status of the common envelope (domain.md §7.0). MISS is not clean (R-7.3).
         * @enum {string}
         */
        SourceStatus: "HIT" | "MISS" | "ERROR" | "TIMEOUT" | "REJECTED";
        /**
         * SwitchBody
         * @description A provider is called no more, or again.
         */
        SwitchBody: {
            /**
             * Held
             * @example true
             */
            held: boolean;
            /**
             * Provider
             * @example tencent/faceid
             */
            provider: string;
            /**
             * Reason
             * @example the provider has announced maintenance until 04:00
             */
            reason: string;
        };
        /**
         * SwitchView
         * @description How a provider is held by hand.
         */
        SwitchView: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By */
            changed_by: string;
            /** Held */
            held: boolean;
            /** Provider */
            provider: string;
            /** Reason */
            reason: string;
        };
        /**
         * TaxFacts
         * @description Tax standing of the applicant's business (domain.md §7.5).
         */
        TaxFacts: {
            /**
             * Arrears Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            arrears_minor?: number;
            /**
             * Credit Level
             * @description A, M, B, C or D
             */
            credit_level: string;
            /**
             * Sales 12M Minor
             * @description Money in minor units (fen)
             * @default 0
             * @example 1000000
             */
            sales_12m_minor?: number;
            /**
             * Zero Invoice Months 12M
             * @default 0
             */
            zero_invoice_months_12m?: number;
        };
        /**
         * TelecomFacts
         * @description Stability labels of the mobile number (domain.md §7.3); call records are never collected.
         */
        TelecomFacts: {
            /**
             * In Service
             * @default true
             */
            in_service?: boolean;
            /**
             * Online Months Band
             * @description 0-3, 3-6, 6-12, 12-24, 24+
             */
            online_months_band: string;
            /**
             * Three Factor
             * @description 1 match, 2 mismatch, 3 no record
             */
            three_factor: string;
        };
        /**
         * TermsBody
         * @description What is agreed with a partner.
         */
        TermsBody: {
            /**
             * Applications Per Day
             * @default 1000
             */
            applications_per_day?: number;
            /**
             * Contacts
             * @default []
             */
            contacts?: components["schemas"]["ContactBody"][];
            /**
             * @default {
             *       "per_loan_minor": 0,
             *       "rate": "0"
             *     }
             */
            fees?: components["schemas"]["FeeTermsBody"];
            /**
             * Name
             * @example 示例分期
             */
            name: string;
            /**
             * Networks
             * @description Where its requests come from
             */
            networks: string[];
            /** Products */
            products: string[];
            /**
             * Requests Per Minute
             * @default 600
             */
            requests_per_minute?: number;
        };
        /**
         * TermsView
         * @description What is agreed with a partner, or proposed.
         */
        TermsView: {
            /** Applications Per Day */
            applications_per_day: number;
            /** Contacts */
            contacts: components["schemas"]["ContactView"][];
            /** Fee Per Loan Minor */
            fee_per_loan_minor: number;
            /** Fee Rate */
            fee_rate: string;
            /** Name */
            name: string;
            /** Networks */
            networks: string[];
            /** Products */
            products: string[];
            /** Requests Per Minute */
            requests_per_minute: number;
        };
        /**
         * TriedView
         * @description A provider beside the one whose answer it is: why his came to nothing, or that he was asked for comparison.
         */
        TriedView: {
            /** Called */
            called: boolean;
            /** Code */
            code: string;
            /** Provider */
            provider: string;
        };
        /**
         * VerificationBody
         * @description What somebody has typed.
         */
        VerificationBody: {
            /**
             * Code
             * @example 042917
             */
            code: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
        };
        /**
         * VerificationView
         * @description Whether it was the code.
         */
        VerificationView: {
            /** Verified */
            verified: boolean;
        };
        /**
         * WorkState
         * @description OPEN until the channel has said how it ended.
         * @enum {string}
         */
        WorkState: "OPEN" | "DONE";
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
    list_collections: {
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
                     *       "items": [
                     *         {
                     *           "answers": [
                     *             {
                     *               "adapter": "text",
                     *               "charged": true,
                     *               "code": "text",
                     *               "elapsed_ms": 1,
                     *               "fetched_at": "2026-01-31T09:30:00Z",
                     *               "provider": "text",
                     *               "raw_hash": "text",
                     *               "reused_from": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "source": "text",
                     *               "source_ref": "text",
                     *               "status": "text"
                     *             }
                     *           ],
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "collected_at": "2026-01-31T09:30:00Z",
                     *           "facts": {
                     *             "collected_at": "2026-01-31T09:30:00Z",
                     *             "court": {
                     *               "dishonest": 1,
                     *               "enforcement": 1,
                     *               "enforcement_amount_minor": 1000000,
                     *               "enforcement_ended": 1,
                     *               "judgments": 1,
                     *               "spending_restricted": 1
                     *             },
                     *             "credit_bureau": {
                     *               "bad_class_accounts": 1,
                     *               "bad_debts": 1,
                     *               "bad_guarantees": 1,
                     *               "bad_transactions": 1,
                     *               "card_balance_minor": 1000000,
                     *               "card_limit_minor": 1000000,
                     *               "card_used_minor": 1000000,
                     *               "current_overdue_minor": 1000000,
                     *               "doubtful_guarantees": 1,
                     *               "eased_transactions": 1,
                     *               "enforced_accounts": 1,
                     *               "enforcement_records": 1,
                     *               "guarantee_balance_minor": 1000000,
                     *               "judgment_records": 1,
                     *               "late_1_24m": 1,
                     *               "late_2_24m": 1,
                     *               "late_3_24m": 1,
                     *               "late_4plus_24m": 1,
                     *               "late_months_60m": 1,
                     *               "late_run_24m": 1,
                     *               "monthly_debt_service_minor": 1000000,
                     *               "mortgage_accounts": 1,
                     *               "open_accounts": 1,
                     *               "overdue_accounts": 1,
                     *               "penalty_records": 1,
                     *               "queries_1m": 1,
                     *               "queries_3m": 1,
                     *               "query_orgs_30d": 1,
                     *               "query_orgs_7d": 1,
                     *               "query_orgs_90d": 1,
                     *               "recovered_debts": 1,
                     *               "recovered_debts_ended": 1,
                     *               "restricted_accounts": 1,
                     *               "revolving_utilisation": "text",
                     *               "tax_arrears_records": 1,
                     *               "unknown_codes": 1,
                     *               "unknown_months_24m": 1,
                     *               "unsecured_exposure_minor": 1000000,
                     *               "watched_accounts": 1,
                     *               "worst_12m": 1,
                     *               "worst_24m": 1,
                     *               "worst_60m": 1
                     *             },
                     *             "identity": {
                     *               "deceased": true,
                     *               "match": "text"
                     *             },
                     *             "registry": {
                     *               "abnormal": true,
                     *               "months_operating": 1,
                     *               "serious_illegal": true,
                     *               "state": "text"
                     *             },
                     *             "social_insurance": {
                     *               "monthly_income_minor": 1000000,
                     *               "months_continuous": 1
                     *             },
                     *             "statuses": {
                     *               "IDENTITY": "HIT"
                     *             },
                     *             "tax": {
                     *               "arrears_minor": 1000000,
                     *               "credit_level": "text",
                     *               "sales_12m_minor": 1000000,
                     *               "zero_invoice_months_12m": 1
                     *             },
                     *             "telecom": {
                     *               "in_service": true,
                     *               "online_months_band": "text",
                     *               "three_factor": "text"
                     *             }
                     *           },
                     *           "request_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CollectionView_"];
                };
            };
        };
    };
    list_communications: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                customer_id: string;
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
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "at": "2026-01-31T09:30:00Z",
                     *           "code": "text",
                     *           "direction": "OUT",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "made_by": "text",
                     *           "medium": "SMS",
                     *           "note": "text",
                     *           "outcome": "text",
                     *           "template": "repayment-reminder"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_CommunicationView_"];
                };
            };
        };
    };
    add_communication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "application_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "at": "2099-01-31T00:00:00Z",
                 *       "direction": "OUT",
                 *       "medium": "PHONE",
                 *       "note": "客户确认下月五日前还款"
                 *     }
                 */
                "application/json": components["schemas"]["CommunicationBody"];
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
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "at": "2026-01-31T09:30:00Z",
                     *       "code": "text",
                     *       "direction": "OUT",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "made_by": "text",
                     *       "medium": "SMS",
                     *       "note": "text",
                     *       "outcome": "text",
                     *       "template": "repayment-reminder"
                     *     }
                     */
                    "application/json": components["schemas"]["CommunicationView"];
                };
            };
        };
    };
    get_contact_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
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
                     *       "changed_at": "2026-01-31T09:30:00Z",
                     *       "changed_by": "text",
                     *       "night": true,
                     *       "reminders": true
                     *     }
                     */
                    "application/json": components["schemas"]["PreferenceView"];
                };
            };
        };
    };
    change_contact_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "night": true,
                 *       "reminders": true
                 *     }
                 */
                "application/json": components["schemas"]["PreferenceBody"];
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
                     *       "changed_at": "2026-01-31T09:30:00Z",
                     *       "changed_by": "text",
                     *       "night": true,
                     *       "reminders": true
                     *     }
                     */
                    "application/json": components["schemas"]["PreferenceView"];
                };
            };
        };
    };
    list_source_accesses: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
            };
            header?: never;
            path: {
                customer_id: string;
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
                     *           "accesses": [
                     *             {
                     *               "access": "CALLED",
                     *               "charged": true,
                     *               "code": "text",
                     *               "consent_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "cost_yuan": "text",
                     *               "provider": "text",
                     *               "reused_from": "019bd906-1280-798f-a429-4925d566d08d",
                     *               "source": "text",
                     *               "status": "text",
                     *               "tried": [
                     *                 {
                     *                   "called": true,
                     *                   "code": "text",
                     *                   "provider": "text"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "at": "2026-01-31T09:30:00Z",
                     *           "purpose_code": "text",
                     *           "request_id": "019bd906-1280-798f-a429-4925d566d08d"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_AccessesView_"];
                };
            };
        };
    };
    check_invoice: {
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
                 *       "amount_minor": 10000000,
                 *       "application_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d",
                 *       "issued_on": "2026-08-15",
                 *       "kind": "08",
                 *       "number": "26990000000012345678"
                 *     }
                 */
                "application/json": components["schemas"]["InvoiceCheckBody"];
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
                     *       "amount_minor": 5000000,
                     *       "buyer": "text",
                     *       "seller": "text",
                     *       "state": "NORMAL",
                     *       "tax_minor": 5000000,
                     *       "total_minor": 5000000,
                     *       "verdict": "MATCHES"
                     *     }
                     */
                    "application/json": components["schemas"]["InvoiceCheckView"];
                };
            };
        };
    };
    get_own_signature: {
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
                     *       "begun_at": "2026-01-31T09:30:00Z",
                     *       "contract_hash": "text",
                     *       "link": "text",
                     *       "state": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["SignatureStandingView"];
                };
            };
        };
    };
    list_partners: {
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
                     *           "approved_at": "2026-01-31T09:30:00Z",
                     *           "approved_by": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "keys": [
                     *             {
                     *               "expires_at": "2026-01-31T09:30:00Z",
                     *               "issued_at": "2026-01-31T09:30:00Z",
                     *               "issued_by": "text",
                     *               "key_id": "text"
                     *             }
                     *           ],
                     *           "proposal": {
                     *             "proposed_at": "2026-01-31T09:30:00Z",
                     *             "proposed_by": "text",
                     *             "terms": {
                     *               "applications_per_day": 1,
                     *               "contacts": [
                     *                 {
                     *                   "address": "text",
                     *                   "role": "text"
                     *                 }
                     *               ],
                     *               "fee_per_loan_minor": 5000000,
                     *               "fee_rate": "text",
                     *               "name": "text",
                     *               "networks": [
                     *                 "text"
                     *               ],
                     *               "products": [
                     *                 "text"
                     *               ],
                     *               "requests_per_minute": 1
                     *             }
                     *           },
                     *           "sequence": 1,
                     *           "status": "PROPOSED",
                     *           "terms": {
                     *             "applications_per_day": 1,
                     *             "contacts": [
                     *               {
                     *                 "address": "text",
                     *                 "role": "text"
                     *               }
                     *             ],
                     *             "fee_per_loan_minor": 5000000,
                     *             "fee_rate": "text",
                     *             "name": "text",
                     *             "networks": [
                     *               "text"
                     *             ],
                     *             "products": [
                     *               "text"
                     *             ],
                     *             "requests_per_minute": 1
                     *           }
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PartnerView_"];
                };
            };
        };
    };
    propose_partner: {
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
                 *       "contacts": [
                 *         {
                 *           "address": "desk@partner.example",
                 *           "role": "operations"
                 *         }
                 *       ],
                 *       "fees": {
                 *         "rate": "0.01"
                 *       },
                 *       "name": "示例分期",
                 *       "networks": [
                 *         "203.0.113.0/24"
                 *       ],
                 *       "products": [
                 *         "CONSUMER_CREDIT"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TermsBody"];
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
                     *       "approved_at": "2026-01-31T09:30:00Z",
                     *       "approved_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "keys": [
                     *         {
                     *           "expires_at": "2026-01-31T09:30:00Z",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_by": "text",
                     *           "key_id": "text"
                     *         }
                     *       ],
                     *       "proposal": {
                     *         "proposed_at": "2026-01-31T09:30:00Z",
                     *         "proposed_by": "text",
                     *         "terms": {
                     *           "applications_per_day": 1,
                     *           "contacts": [
                     *             {
                     *               "address": "text",
                     *               "role": "text"
                     *             }
                     *           ],
                     *           "fee_per_loan_minor": 5000000,
                     *           "fee_rate": "text",
                     *           "name": "text",
                     *           "networks": [
                     *             "text"
                     *           ],
                     *           "products": [
                     *             "text"
                     *           ],
                     *           "requests_per_minute": 1
                     *         }
                     *       },
                     *       "sequence": 1,
                     *       "status": "PROPOSED",
                     *       "terms": {
                     *         "applications_per_day": 1,
                     *         "contacts": [
                     *           {
                     *             "address": "text",
                     *             "role": "text"
                     *           }
                     *         ],
                     *         "fee_per_loan_minor": 5000000,
                     *         "fee_rate": "text",
                     *         "name": "text",
                     *         "networks": [
                     *           "text"
                     *         ],
                     *         "products": [
                     *           "text"
                     *         ],
                     *         "requests_per_minute": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerView"];
                };
            };
        };
    };
    get_partner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
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
                     *       "approved_at": "2026-01-31T09:30:00Z",
                     *       "approved_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "keys": [
                     *         {
                     *           "expires_at": "2026-01-31T09:30:00Z",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_by": "text",
                     *           "key_id": "text"
                     *         }
                     *       ],
                     *       "proposal": {
                     *         "proposed_at": "2026-01-31T09:30:00Z",
                     *         "proposed_by": "text",
                     *         "terms": {
                     *           "applications_per_day": 1,
                     *           "contacts": [
                     *             {
                     *               "address": "text",
                     *               "role": "text"
                     *             }
                     *           ],
                     *           "fee_per_loan_minor": 5000000,
                     *           "fee_rate": "text",
                     *           "name": "text",
                     *           "networks": [
                     *             "text"
                     *           ],
                     *           "products": [
                     *             "text"
                     *           ],
                     *           "requests_per_minute": 1
                     *         }
                     *       },
                     *       "sequence": 1,
                     *       "status": "PROPOSED",
                     *       "terms": {
                     *         "applications_per_day": 1,
                     *         "contacts": [
                     *           {
                     *             "address": "text",
                     *             "role": "text"
                     *           }
                     *         ],
                     *         "fee_per_loan_minor": 5000000,
                     *         "fee_rate": "text",
                     *         "name": "text",
                     *         "networks": [
                     *           "text"
                     *         ],
                     *         "products": [
                     *           "text"
                     *         ],
                     *         "requests_per_minute": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerView"];
                };
            };
        };
    };
    approve_partner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["NothingBody"];
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
                     *       "approved_at": "2026-01-31T09:30:00Z",
                     *       "approved_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "keys": [
                     *         {
                     *           "expires_at": "2026-01-31T09:30:00Z",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_by": "text",
                     *           "key_id": "text"
                     *         }
                     *       ],
                     *       "proposal": {
                     *         "proposed_at": "2026-01-31T09:30:00Z",
                     *         "proposed_by": "text",
                     *         "terms": {
                     *           "applications_per_day": 1,
                     *           "contacts": [
                     *             {
                     *               "address": "text",
                     *               "role": "text"
                     *             }
                     *           ],
                     *           "fee_per_loan_minor": 5000000,
                     *           "fee_rate": "text",
                     *           "name": "text",
                     *           "networks": [
                     *             "text"
                     *           ],
                     *           "products": [
                     *             "text"
                     *           ],
                     *           "requests_per_minute": 1
                     *         }
                     *       },
                     *       "sequence": 1,
                     *       "status": "PROPOSED",
                     *       "terms": {
                     *         "applications_per_day": 1,
                     *         "contacts": [
                     *           {
                     *             "address": "text",
                     *             "role": "text"
                     *           }
                     *         ],
                     *         "fee_per_loan_minor": 5000000,
                     *         "fee_rate": "text",
                     *         "name": "text",
                     *         "networks": [
                     *           "text"
                     *         ],
                     *         "products": [
                     *           "text"
                     *         ],
                     *         "requests_per_minute": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerView"];
                };
            };
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                state?: components["schemas"]["DeliveryState"] | null;
            };
            header?: never;
            path: {
                partner_id: string;
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
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "created_at": "2026-01-31T09:30:00Z",
                     *           "due_at": "2026-01-31T09:30:00Z",
                     *           "finished_at": "2026-01-31T09:30:00Z",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "last_code": "text",
                     *           "state": "text",
                     *           "tries": 1,
                     *           "type": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DeliveryView_"];
                };
            };
        };
    };
    redeliver_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["NothingBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    issue_partner_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["KeyBody"];
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
                     *       "key_id": "text",
                     *       "secret": "xk_9c1d…"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedKeyView"];
                };
            };
        };
    };
    reject_partner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["NothingBody"];
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
                     *       "approved_at": "2026-01-31T09:30:00Z",
                     *       "approved_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "keys": [
                     *         {
                     *           "expires_at": "2026-01-31T09:30:00Z",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_by": "text",
                     *           "key_id": "text"
                     *         }
                     *       ],
                     *       "proposal": {
                     *         "proposed_at": "2026-01-31T09:30:00Z",
                     *         "proposed_by": "text",
                     *         "terms": {
                     *           "applications_per_day": 1,
                     *           "contacts": [
                     *             {
                     *               "address": "text",
                     *               "role": "text"
                     *             }
                     *           ],
                     *           "fee_per_loan_minor": 5000000,
                     *           "fee_rate": "text",
                     *           "name": "text",
                     *           "networks": [
                     *             "text"
                     *           ],
                     *           "products": [
                     *             "text"
                     *           ],
                     *           "requests_per_minute": 1
                     *         }
                     *       },
                     *       "sequence": 1,
                     *       "status": "PROPOSED",
                     *       "terms": {
                     *         "applications_per_day": 1,
                     *         "contacts": [
                     *           {
                     *             "address": "text",
                     *             "role": "text"
                     *           }
                     *         ],
                     *         "fee_per_loan_minor": 5000000,
                     *         "fee_rate": "text",
                     *         "name": "text",
                     *         "networks": [
                     *           "text"
                     *         ],
                     *         "products": [
                     *           "text"
                     *         ],
                     *         "requests_per_minute": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerView"];
                };
            };
        };
    };
    suspend_partner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["NothingBody"];
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
                     *       "approved_at": "2026-01-31T09:30:00Z",
                     *       "approved_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "keys": [
                     *         {
                     *           "expires_at": "2026-01-31T09:30:00Z",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_by": "text",
                     *           "key_id": "text"
                     *         }
                     *       ],
                     *       "proposal": {
                     *         "proposed_at": "2026-01-31T09:30:00Z",
                     *         "proposed_by": "text",
                     *         "terms": {
                     *           "applications_per_day": 1,
                     *           "contacts": [
                     *             {
                     *               "address": "text",
                     *               "role": "text"
                     *             }
                     *           ],
                     *           "fee_per_loan_minor": 5000000,
                     *           "fee_rate": "text",
                     *           "name": "text",
                     *           "networks": [
                     *             "text"
                     *           ],
                     *           "products": [
                     *             "text"
                     *           ],
                     *           "requests_per_minute": 1
                     *         }
                     *       },
                     *       "sequence": 1,
                     *       "status": "PROPOSED",
                     *       "terms": {
                     *         "applications_per_day": 1,
                     *         "contacts": [
                     *           {
                     *             "address": "text",
                     *             "role": "text"
                     *           }
                     *         ],
                     *         "fee_per_loan_minor": 5000000,
                     *         "fee_rate": "text",
                     *         "name": "text",
                     *         "networks": [
                     *           "text"
                     *         ],
                     *         "products": [
                     *           "text"
                     *         ],
                     *         "requests_per_minute": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerView"];
                };
            };
        };
    };
    propose_partner_terms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contacts": [
                 *         {
                 *           "address": "desk@partner.example",
                 *           "role": "operations"
                 *         }
                 *       ],
                 *       "fees": {
                 *         "rate": "0.01"
                 *       },
                 *       "name": "示例分期",
                 *       "networks": [
                 *         "203.0.113.0/24"
                 *       ],
                 *       "products": [
                 *         "CONSUMER_CREDIT"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TermsBody"];
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
                     *       "approved_at": "2026-01-31T09:30:00Z",
                     *       "approved_by": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "keys": [
                     *         {
                     *           "expires_at": "2026-01-31T09:30:00Z",
                     *           "issued_at": "2026-01-31T09:30:00Z",
                     *           "issued_by": "text",
                     *           "key_id": "text"
                     *         }
                     *       ],
                     *       "proposal": {
                     *         "proposed_at": "2026-01-31T09:30:00Z",
                     *         "proposed_by": "text",
                     *         "terms": {
                     *           "applications_per_day": 1,
                     *           "contacts": [
                     *             {
                     *               "address": "text",
                     *               "role": "text"
                     *             }
                     *           ],
                     *           "fee_per_loan_minor": 5000000,
                     *           "fee_rate": "text",
                     *           "name": "text",
                     *           "networks": [
                     *             "text"
                     *           ],
                     *           "products": [
                     *             "text"
                     *           ],
                     *           "requests_per_minute": 1
                     *         }
                     *       },
                     *       "sequence": 1,
                     *       "status": "PROPOSED",
                     *       "terms": {
                     *         "applications_per_day": 1,
                     *         "contacts": [
                     *           {
                     *             "address": "text",
                     *             "role": "text"
                     *           }
                     *         ],
                     *         "fee_per_loan_minor": 5000000,
                     *         "fee_rate": "text",
                     *         "name": "text",
                     *         "networks": [
                     *           "text"
                     *         ],
                     *         "products": [
                     *           "text"
                     *         ],
                     *         "requests_per_minute": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PartnerView"];
                };
            };
        };
    };
    get_webhook_endpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
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
                     *       "changed_at": "2026-01-31T09:30:00Z",
                     *       "disabled_at": "2026-01-31T09:30:00Z",
                     *       "failing_since": "2026-01-31T09:30:00Z",
                     *       "url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["EndpointView"];
                };
            };
        };
    };
    set_webhook_endpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partner_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://partner.example/hooks/xinliu"
                 *     }
                 */
                "application/json": components["schemas"]["EndpointBody"];
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
                     *       "secret": "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3",
                     *       "url": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["IssuedEndpointView"];
                };
            };
        };
    };
    list_payments: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                state?: components["schemas"]["WorkState"] | null;
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
                     *           "amount_minor": 5000000,
                     *           "attempts": [
                     *             {
                     *               "absent_at": "2026-01-31T09:30:00Z",
                     *               "number": 1,
                     *               "order_id": "text",
                     *               "ordered_at": "2026-01-31T09:30:00Z"
                     *             }
                     *           ],
                     *           "direction": "text",
                     *           "finished_at": "2026-01-31T09:30:00Z",
                     *           "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "payment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "requested_at": "2026-01-31T09:30:00Z",
                     *           "result": {},
                     *           "state": "OPEN",
                     *           "tries": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_PaymentView_"];
                };
            };
        };
    };
    get_payment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
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
                     *       "amount_minor": 5000000,
                     *       "attempts": [
                     *         {
                     *           "absent_at": "2026-01-31T09:30:00Z",
                     *           "number": 1,
                     *           "order_id": "text",
                     *           "ordered_at": "2026-01-31T09:30:00Z"
                     *         }
                     *       ],
                     *       "direction": "text",
                     *       "finished_at": "2026-01-31T09:30:00Z",
                     *       "loan_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "payment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "requested_at": "2026-01-31T09:30:00Z",
                     *       "result": {},
                     *       "state": "OPEN",
                     *       "tries": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentView"];
                };
            };
        };
    };
    get_provider_day: {
        parameters: {
            query?: {
                /** @description Today, unless told */
                day?: string | null;
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
                     *       "cost_yuan": "text",
                     *       "day": "2026-01-31",
                     *       "items": [
                     *         {
                     *           "calls": 1,
                     *           "capability": "text",
                     *           "charged": 1,
                     *           "cost_yuan": "text",
                     *           "hits": 1,
                     *           "misses": 1,
                     *           "provider": "text",
                     *           "quota_left": 1,
                     *           "refused": 1,
                     *           "reused": 1,
                     *           "shadow": 1,
                     *           "shared": 1,
                     *           "unusable": 1
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ProviderDaysView"];
                };
            };
        };
    };
    list_provider_differences: {
        parameters: {
            query?: {
                /** @description Today, unless told */
                day?: string | null;
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
                     *           "capability": "text",
                     *           "compared": 1,
                     *           "differed": 1,
                     *           "field": "text",
                     *           "provider": "text",
                     *           "shadow": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_DifferenceView_"];
                };
            };
        };
    };
    list_provider_policies: {
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
                     *           "approved_by": "text",
                     *           "capability": "text",
                     *           "parameter": "text",
                     *           "policy": {
                     *             "connect_ms": 1,
                     *             "cost_yuan": "text",
                     *             "hedge_after_ms": 1,
                     *             "in_flight": 1,
                     *             "per_day": 1,
                     *             "per_second": 1,
                     *             "priority": 1,
                     *             "products": [
                     *               "CODE_1"
                     *             ],
                     *             "read_ms": 1,
                     *             "reuse_hours": 1,
                     *             "serves": true,
                     *             "shadow_percent": 1,
                     *             "timeout_ms": 1,
                     *             "weight": 1
                     *           },
                     *           "provider": "text",
                     *           "valid_from": "2026-01-31"
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
    turn_provider_switch: {
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
                 *       "held": true,
                 *       "provider": "tencent/faceid",
                 *       "reason": "the provider has announced maintenance until 04:00"
                 *     }
                 */
                "application/json": components["schemas"]["SwitchBody"];
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
                     *       "changed_at": "2026-01-31T09:30:00Z",
                     *       "changed_by": "text",
                     *       "held": true,
                     *       "provider": "text",
                     *       "reason": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["SwitchView"];
                };
            };
        };
    };
    list_providers: {
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
                     *           "calls": 1,
                     *           "circuit": "text",
                     *           "errors": {
                     *             "code": 1
                     *           },
                     *           "failures": 1,
                     *           "p50_ms": 1,
                     *           "p95_ms": 1,
                     *           "p99_ms": 1,
                     *           "provider": "text"
                     *         }
                     *       ],
                     *       "next_cursor": "text",
                     *       "waiting": {
                     *         "code": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProvidersView"];
                };
            };
        };
    };
    list_quarantined_answers: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Items a page */
                limit?: number;
                state?: components["schemas"]["Looked"];
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
                     *           "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "came_at": "2026-01-31T09:30:00Z",
                     *           "closed_at": "2026-01-31T09:30:00Z",
                     *           "closed_by": "text",
                     *           "code": "text",
                     *           "fault": "text",
                     *           "finding": "text",
                     *           "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "provider": "text",
                     *           "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "source": "IDENTITY",
                     *           "state": "OPEN"
                     *         }
                     *       ],
                     *       "next_cursor": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["Page_QuarantinedAnswerView_"];
                };
            };
        };
    };
    close_quarantined_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "finding": "the provider renamed a field; adapter nciic-2 reads it"
                 *     }
                 */
                "application/json": components["schemas"]["FindingBody"];
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
                     *       "application_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "came_at": "2026-01-31T09:30:00Z",
                     *       "closed_at": "2026-01-31T09:30:00Z",
                     *       "closed_by": "text",
                     *       "code": "text",
                     *       "fault": "text",
                     *       "finding": "text",
                     *       "id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "provider": "text",
                     *       "request_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "source": "IDENTITY",
                     *       "state": "OPEN"
                     *     }
                     */
                    "application/json": components["schemas"]["QuarantinedAnswerView"];
                };
            };
        };
    };
    read_quarantined_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "ADAPTER_REPAIR"
                 *     }
                 */
                "application/json": components["schemas"]["ReadingBody"];
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
                     *       "text": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["QuarantinedTextView"];
                };
            };
        };
    };
    get_settlement_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                     *       "amount_minor": 5000000,
                     *       "breaks": [
                     *         {
                     *           "cleared": {
                     *             "cleared_at": "2026-01-31T09:30:00Z",
                     *             "cleared_by": "text",
                     *             "note": "text",
                     *             "outcome": "SETTLED_LATER",
                     *             "reference": "text"
                     *           },
                     *           "kind": "SETTLED_THERE_ALONE",
                     *           "order_id": "text",
                     *           "ours_minor": 5000000,
                     *           "payment_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *           "theirs_minor": 5000000
                     *         }
                     *       ],
                     *       "compared_at": "2026-01-31T09:30:00Z",
                     *       "orders": 1,
                     *       "settled_on": "2026-01-31"
                     *     }
                     */
                    "application/json": components["schemas"]["SettlementDayView"];
                };
            };
        };
    };
    clear_settlement_break: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "渠道次日补报，金额一致",
                 *       "outcome": "CHANNEL_CORRECTED",
                 *       "reference": "MAIL-2026-0117"
                 *     }
                 */
                "application/json": components["schemas"]["ClearingBody"];
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
                     *       "cleared_at": "2026-01-31T09:30:00Z",
                     *       "cleared_by": "text",
                     *       "note": "text",
                     *       "outcome": "SETTLED_LATER",
                     *       "reference": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["ClearingView"];
                };
            };
        };
    };
    send_sign_in_code: {
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
                 *       "customer_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["SignInCodeBody"];
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
                     *       "customer_id": "019bd906-1280-798f-a429-4925d566d08d",
                     *       "valid_seconds": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SignInCodeView"];
                };
            };
        };
    };
    check_sign_in_code: {
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
                 *       "code": "042917",
                 *       "customer_id": "5e0f4a1c-7d0b-4f0e-9d8e-2b1c0a9f8e7d"
                 *     }
                 */
                "application/json": components["schemas"]["VerificationBody"];
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
                     *       "verified": true
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
        };
    };
    get_signature: {
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
                     *       "begun_at": "2026-01-31T09:30:00Z",
                     *       "contract_hash": "text",
                     *       "link": "text",
                     *       "state": "DRAFT"
                     *     }
                     */
                    "application/json": components["schemas"]["SignatureStandingView"];
                };
            };
        };
    };
}
