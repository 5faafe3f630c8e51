"""The register of personal data: for every table, which columns are about a person, and how long rows are kept.

A test fails on a table or a column that is not declared here, so nobody adds one without deciding. History tables copy
the columns of the table they follow and are kept as long as the audit log. docs/data-protection.md explains the terms.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kept(StrEnum):
    """How long. House defaults, to be confirmed by the office's records manager."""

    NOT_PERSONAL = "No personal data: kept while the record is of use"
    PERMANENT = "Permanent: part of the Panel's published record"
    WITH_ACCOUNT = "As long as the account, then 6 years"
    AMBASSADOR = "6 years after the ambassador leaves; 12 months for an applicant who was not appointed"
    COMPLAINT = "Until 12 months after the commissioner leaves office"
    HEARING = "6 years after the appointment; 12 months for a candidate who was not appointed"
    QUESTION = "Permanent, as part of the Panel's record, without the address and an unprinted name after 12 months"
    REPORT = "6 years after the report"
    ATTACHMENT = "12 months after the report was accepted"
    OFFICE = "While the person is the contact, then 2 years"
    MAIL = "2 years"
    SECURITY = "6 years for the audit log; 12 months for sign-in attempts"
    DAY = "24 hours"
    SESSION = "12 hours at most"


@dataclass(frozen=True)
class Entry:
    """One table. `personal` and `other` together name every column."""

    kept: Kept
    personal: str = ""
    other: str = ""

    @property
    def personal_fields(self) -> frozenset[str]:
        return frozenset(self.personal.split())

    @property
    def fields(self) -> frozenset[str]:
        return self.personal_fields | frozenset(self.other.split())


ROW = "id source is_synthetic"

REGISTER: dict[str, Entry] = {
    # --- Django and the libraries ----------------------------------------------------------------
    "admin.LogEntry": Entry(
        Kept.SECURITY, "user object_repr change_message", "id action_time content_type object_id action_flag"
    ),
    "auth.Permission": Entry(Kept.NOT_PERSONAL, "", "id name content_type codename"),
    "auth.Group_permissions": Entry(Kept.NOT_PERSONAL, "", "id group permission"),
    "auth.Group": Entry(Kept.NOT_PERSONAL, "", "id name"),
    "contenttypes.ContentType": Entry(Kept.NOT_PERSONAL, "", "id app_label model"),
    "sessions.Session": Entry(Kept.SESSION, "session_data", "session_key expire_date"),
    "account.EmailAddress": Entry(Kept.WITH_ACCOUNT, "user email", "id verified primary"),
    "account.EmailConfirmation": Entry(Kept.DAY, "email_address", "id created sent key"),
    "mfa.Authenticator": Entry(Kept.WITH_ACCOUNT, "user data", "id type created_at last_used_at"),
    "axes.AccessFailureLog": Entry(
        Kept.SECURITY, "user_agent ip_address username", "id http_accept path_info attempt_time locked_out"
    ),
    "axes.AccessAttempt": Entry(
        Kept.SECURITY,
        "user_agent ip_address username get_data post_data",
        "id http_accept path_info attempt_time failures_since_start",
    ),
    "axes.AccessAttemptExpiration": Entry(Kept.SECURITY, "", "access_attempt expires_at"),
    "axes.AccessLog": Entry(
        Kept.SECURITY,
        "user_agent ip_address username",
        "id http_accept path_info attempt_time logout_time session_hash",
    ),
    "pghistory.Context": Entry(Kept.SECURITY, "metadata", "id created_at updated_at"),
    # --- opcc ------------------------------------------------------------------------------------
    "core.OutboxMessage": Entry(
        Kept.MAIL,
        "to subject body",
        "id message_id kind key state attempts last_error created_at send_after lease_until sent_at",
    ),
    "core.AccessLog": Entry(Kept.SECURITY, "by_id by_name address description", "id at kind object_type object_id"),
    "reference.ForceArea": Entry(Kept.NOT_PERSONAL, "", "id code name force_name"),
    "reference.PolicingArea": Entry(Kept.NOT_PERSONAL, "", "id force_area code name"),
    "reference.District": Entry(Kept.NOT_PERSONAL, "", "id force_area policing_area code name position"),
    "reference.Population": Entry(Kept.NOT_PERSONAL, "", "id district kind year value source"),
    "reference.OfficeProfile": Entry(
        Kept.PERMANENT,
        "commissioner_name",
        f"{ROW} name area_name force_area panel_name address telephone email website report_contact logo_text "
        "brand_colour report_due_days is_sample",
    ),
    "reference.ClosedDay": Entry(Kept.NOT_PERSONAL, "", "id day reason"),
    "reference.Plan": Entry(Kept.NOT_PERSONAL, "", "id title starts_on ends_on"),
    "reference.PlanTheme": Entry(Kept.NOT_PERSONAL, "", "id number title plan"),
    "reference.PlanObjective": Entry(Kept.NOT_PERSONAL, "", "id number title theme"),
    "reference.PlanPriority": Entry(Kept.NOT_PERSONAL, "", "id number title objective starts_on ends_on"),
    "reference.Organisation": Entry(Kept.NOT_PERSONAL, "", f"{ROW} name kind website telephone email"),
    "reference.Contact": Entry(Kept.OFFICE, "name post email telephone", f"{ROW} organisation"),
    "accounts.User_groups": Entry(Kept.WITH_ACCOUNT, "user group", "id"),
    "accounts.User_user_permissions": Entry(Kept.WITH_ACCOUNT, "user permission", "id"),
    "accounts.User": Entry(
        Kept.WITH_ACCOUNT,
        "password last_login email first_name last_name telephone joined_at",
        "id is_superuser is_staff is_active session_generation",
    ),
    "accounts.Invitation": Entry(
        Kept.WITH_ACCOUNT, "user invited_by", "id token_hash sent_at expires_at used_at voided_at"
    ),
    "accounts.TypedText": Entry(Kept.DAY, "content user", "id token_hash path kept_at expires_at"),
    "forums.PriorityTopic": Entry(Kept.NOT_PERSONAL, "", "id code name full_name broader position is_active"),
    "forums.Forum": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} slug name district usual_venue about starts_on ends_on end_reason merged_into",
    ),
    "forums.ForumMeeting": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} public_id forum held_on starts_at venue state cancelled_reason elected_members residents police others "
        "police_attended priorities_outcome",
    ),
    "forums.ForumPriority": Entry(
        Kept.PERMANENT, "", f"{ROW} meeting position topic wording continuity carried_from closed_at"
    ),
    "forums.PriorityProgress": Entry(Kept.PERMANENT, "", f"{ROW} priority meeting text"),
    "ambassadors.Ambassador": Entry(Kept.AMBASSADOR, "user first_name last_name email telephone", f"{ROW} public_id"),
    "ambassadors.Appointment": Entry(
        Kept.AMBASSADOR, "ambassador end_reason end_note", f"{ROW} forum starts_on ends_on"
    ),
    "ambassadors.VacancyAdvert": Entry(Kept.NOT_PERSONAL, "", f"{ROW} forum advertised_on closes_on place"),
    "ambassadors.Application": Entry(Kept.AMBASSADOR, "ambassador note state", f"{ROW} forum applied_on decided_on"),
    "ambassadors.ForumReport": Entry(
        Kept.REPORT,
        "ambassador decided_by unfinished",
        f"{ROW} public_id reference forum meeting met_on starts_at venue due_on state version steps_done "
        "elected_members residents police others police_attended priorities_outcome started_at saved_at submitted_at "
        "decided_at",
    ),
    "ambassadors.ReportedPriority": Entry(Kept.REPORT, "wording", "id position report topic continuity"),
    "ambassadors.ReportedProgress": Entry(Kept.REPORT, "text", "id position report priority"),
    "ambassadors.ReportItem": Entry(Kept.REPORT, "text raised_by", "id position report kind topic needed_by"),
    "ambassadors.ReportFile": Entry(
        Kept.ATTACHMENT, "file name", "id public_id report content_type size sha256 added_at"
    ),
    "ambassadors.ReportQuestion": Entry(Kept.REPORT, "question asked_by answer", "id report asked_at answered_at"),
    "ambassadors.Concern": Entry(
        Kept.REPORT,
        "ambassador text raised_by assigned_to reply replied_by",
        f"{ROW} public_id reference kind is_restricted item forum topic raised_on needed_by partner state replied_at "
        "told_on closed_on closed_reason",
    ),
    "ambassadors.ConcernAction": Entry(Kept.REPORT, "text recorded_by", f"{ROW} concern level taken_on recorded_at"),
    "ambassadors.KeyContact": Entry(
        Kept.OFFICE,
        "ambassador name how_to_reach",
        f"{ROW} public_id organisation_name organisation frequency means added_on last_contact_on due_on ended_on",
    ),
    "ambassadors.ContactMade": Entry(Kept.OFFICE, "note", f"{ROW} contact on means"),
    "ambassadors.EngagementActivity": Entry(
        Kept.REPORT, "ambassador outcome", f"{ROW} report held_on title people_met"
    ),
    "ambassadors.Objective": Entry(
        Kept.AMBASSADOR, "ambassador", f"{ROW} public_id starts_on ends_on position title target unit"
    ),
    "ambassadors.ObjectiveProgress": Entry(Kept.AMBASSADOR, "ambassador evidence", f"{ROW} objective report on number"),
    "performance.TopicGroup": Entry(Kept.NOT_PERSONAL, "", "id code name position"),
    "performance.Measure": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} code name noun definition group objective position unit kind rolling_months improvement "
        "improvement_words inclusion adds_up rate_base rules owner is_restricted is_active",
    ),
    "performance.Series": Entry(Kept.PERMANENT, "", "id measure force_area policing_area district stale_from"),
    "performance.Target": Entry(Kept.PERMANENT, "", f"{ROW} measure series value starts_on ends_on words"),
    "performance.Observation": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} series month status value numerator denominator n note line load superseded_by",
    ),
    "performance.QuarterFigure": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} series quarter_starts_on status value average numerator denominator n note line load superseded_by",
    ),
    "performance.QuarterSummary": Entry(
        Kept.NOT_PERSONAL, "", "id series quarter_starts_on has_value is_tested has_signal contents made_at"
    ),
    "performance.Load": Entry(
        Kept.PERMANENT,
        "requested_by",
        "id public_id kind file_name file lookup_file sha256 size is_synthetic replaces reason state rows created "
        "superseded unchanged error_count difference_count warning_count failure attempts lease_until nudged_at "
        "progress_text requested_at finished_at",
    ),
    "performance.LoadProblem": Entry(Kept.PERMANENT, "", "id load severity line column found message series month"),
    "performance.Annotation": Entry(Kept.PERMANENT, "", f"{ROW} measure month label text suspends_comparison"),
    "performance.PhaseChange": Entry(
        Kept.PERMANENT,
        "decided_by",
        "id series origin annotation effective_from detected_on old_mean new_mean state reason decided_at",
    ),
    "performance.Commentary": Entry(
        Kept.PERMANENT,
        "written_by published_by",
        f"{ROW} measure quarter_starts_on summary text restricted_text inclusion reason state written_at published_at",
    ),
    "performance.ForceQuestion": Entry(
        Kept.PERMANENT,
        "asked_by recorded_by closed_by",
        f"{ROW} public_id reference series quarter_starts_on signal signal_month question question_is_restricted "
        "due_on state asked_at answer answer_is_restricted answered_for answered_on closed_at closed_note",
    ),
    "performance.ArchivedProjection": Entry(
        Kept.PERMANENT,
        "archived_by",
        "id series first_month months published_in contents archived_at score scored_at",
    ),
    "performance.PeerGroup": Entry(Kept.PERMANENT, "", f"{ROW} name"),
    "performance.PeerMember": Entry(Kept.PERMANENT, "", "id group force is_own starts_on ends_on"),
    "performance.PeerStanding": Entry(Kept.PERMANENT, "", f"{ROW} series group month rank of average"),
    "performance.PeerValue": Entry(Kept.PERMANENT, "", f"{ROW} series member month value"),
    "performance.HouseRules": Entry(
        Kept.NOT_PERSONAL,
        "",
        "id rule_set run_length trend_length two_in_three screen fewest_for_limits fewest_for_firm_limits average "
        "percent_from stable_within survey_hidden_below survey_trial_below footing_tolerance question_days",
    ),
    "panel.Council": Entry(Kept.NOT_PERSONAL, "", f"{ROW} name district seats position"),
    "panel.Member": Entry(Kept.PERMANENT, "user style first_name last_name", f"{ROW} public_id sees_exempt"),
    "panel.Term": Entry(Kept.PERMANENT, "member", f"{ROW} kind council starts_on ends_on end_reason"),
    "panel.PanelPost": Entry(Kept.PERMANENT, "member", f"{ROW} post starts_on ends_on"),
    "panel.WorkingGroup": Entry(Kept.PERMANENT, "", f"{ROW} name purpose delegated starts_on ends_on"),
    "panel.GroupPlace": Entry(Kept.PERMANENT, "member", f"{ROW} group is_chair starts_on ends_on"),
    "panel.RegisteredInterest": Entry(
        Kept.PERMANENT, "member description", f"{ROW} kind registered_on ended_on is_sensitive"
    ),
    "panel.PanelRules": Entry(
        Kept.NOT_PERSONAL,
        "",
        "id clear_days counting office_closes question_days questions_each minutes_each minutes_in_all quorum_divisor "
        "starts_at questions_close acknowledge_days complaint_weeks co_opted_seats",
    ),
    "panel.PanelMeeting": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} public_id group held_on starts_at venue is_closed is_filmed broadcast_url title state "
        "cancelled_reason moved_from agenda_published_at short_notice_reason",
    ),
    "panel.StandingItem": Entry(Kept.NOT_PERSONAL, "", f"{ROW} parent position kind title purpose lead is_active"),
    "panel.ExemptionClaim": Entry(
        Kept.PERMANENT, "decided_by", "id public_title paragraphs reasons decided_at review_on"
    ),
    "panel.AgendaItem": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} public_id meeting parent position kind title purpose lead minutes exemption late_reason added_because",
    ),
    "panel.Resolution": Entry(
        Kept.PERMANENT,
        "mover seconder",
        f"{ROW} public_id item number letter kind text is_carried casting_vote exemption",
    ),
    "panel.ConfirmationHearing": Entry(
        Kept.HEARING,
        "candidate outcome decision",
        f"{ROW} post notified_on ignored_from ignored_to meeting reported_on votes members decided_on",
    ),
    "panel.ComplaintCase": Entry(
        Kept.COMPLAINT,
        "complainant contact summary note about kind outcome ground",
        f"{ROW} reference received_on clear_on acknowledged_on referred_on ended_on",
    ),
    "panel.PreceptReview": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} year before notified_on proposed meeting reported_on opinion recommended veto_reason votes members "
        "report responded_on revised second_meeting reviewed_on second_opinion responded_again_on issued_on issued",
    ),
    "panel.PublicQuestion": Entry(
        Kept.QUESTION,
        "name organisation email questioner text reason decided_by answered_by",
        f"{ROW} public_id reference meeting channel nth speaks may_be_named received_at late_reason state decided_at "
        "ground answer manner answered_on",
    ),
    "panel.Substitute": Entry(Kept.PERMANENT, "member", f"{ROW} council starts_on ends_on"),
    "panel.Attendance": Entry(
        Kept.PERMANENT,
        "member stands_for arrived_at left_at",
        f"{ROW} meeting presence took_chair left_before",
    ),
    "panel.InAttendance": Entry(Kept.PERMANENT, "name office", f"{ROW} meeting position body"),
    "panel.Declaration": Entry(
        Kept.PERMANENT, "attendance what", f"{ROW} item kind left_at returned_at dispensation registered"
    ),
    "panel.Vote": Entry(Kept.PERMANENT, "attendance ballot", f"{ROW} resolution"),
    "panel.PanelMinutes": Entry(
        Kept.PERMANENT,
        "contents printed_text confirmed_by signed_by",
        f"{ROW} meeting is_exempt state rose_at file pages size sha256 printed_at confirmed_at_meeting corrections "
        "confirmed_at signed_on",
    ),
    "panel.MinuteEntry": Entry(Kept.PERMANENT, "text", f"{ROW} minutes item"),
    "panel.Recommendation": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} public_id reference resolution title text to to_other lead due_on update_on state letter letter_number "
        "closed_on withdrawn_reason",
    ),
    "panel.RecommendationResponse": Entry(
        Kept.PERMANENT, "recorded_by", f"{ROW} recommendation answer part reason text given_on published_url"
    ),
    "panel.PanelAction": Entry(
        Kept.PERMANENT,
        "member",
        f"{ROW} public_id recommendation item text lead due_on update_on state ended_on outcome",
    ),
    "panel.ProgressUpdate": Entry(Kept.PERMANENT, "written_by", f"{ROW} recommendation action on text written_at"),
    "panel.Evidence": Entry(
        Kept.PERMANENT,
        "added_by",
        f"{ROW} public_id recommendation action title on url file name content_type size sha256",
    ),
    "panel.PanelVerdict": Entry(
        Kept.PERMANENT, "recorded_by", f"{ROW} recommendation item opinion note update_on recorded_at"
    ),
    "panel.PanelLetter": Entry(
        Kept.PERMANENT,
        "signed_by sent_by",
        f"{ROW} public_id kind meeting answers to to_other is_exempt subject dated_on opening closing state contents "
        "file pages size sha256 sent_at",
    ),
    "panel.WorkItem": Entry(
        Kept.PERMANENT,
        "",
        f"{ROW} public_id kind title detail lead meeting when_words requested_by requested_on last_report_on position "
        "state dropped_reason item",
    ),
    "panel.WorkMove": Entry(Kept.PERMANENT, "moved_by", f"{ROW} work_item from_meeting to_meeting reason moved_at"),
    "panel.CommissionerTerm": Entry(
        Kept.NOT_PERSONAL, "", f"{ROW} prefix number is_hyphenated starts_on first_sequence"
    ),
    "panel.FoiExemption": Entry(Kept.PERMANENT, "reasons decided_by", "id sections public_words decided_at review_on"),
    "panel.Decision": Entry(
        Kept.PERMANENT,
        "title summary interests supporting published_by",
        f"{ROW} term sequence reference lead registered_on state decided_on is_force_business chief_officer_on "
        "joint_with is_significant recommendation exemption withdrawn_reason published_at",
    ),
    "panel.DecisionAttachment": Entry(
        Kept.PERMANENT, "title file name added_by", f"{ROW} public_id decision size sha256 added_at exemption"
    ),
    "panel.PublicationDuty": Entry(
        Kept.PERMANENT, "owner", f"{ROW} code place owner_role frequency changed_on set_aside_reason"
    ),
    "panel.Publication": Entry(
        Kept.PERMANENT,
        "recorded_by",
        f"{ROW} public_id duty published_on about for_year url file name content_type size sha256 recorded_at",
    ),
    "panel.Paper": Entry(
        Kept.PERMANENT, "", f"{ROW} public_id item position title author purpose is_to_follow late_reason"
    ),
    "panel.PaperPart": Entry(
        Kept.PERMANENT,
        "added_by file",
        f"{ROW} public_id paper letter title origin report original_name original_sha256 sha256 pages size "
        "exemption added_at late_reason withdrawn_at withdrawn_reason",
    ),
    "panel.Pack": Entry(
        Kept.PERMANENT,
        "requested_by issued_by",
        "id public_id meeting supplement version change_note state requested_at attempts nudged_at lease_until "
        "progress_done progress_total progress_text failure built_at issued_at withdrawn_reason",
    ),
    "panel.PackPage": Entry(Kept.PERMANENT, "text words", "id edition place"),
    "panel.PackEdition": Entry(
        Kept.PERMANENT,
        "contents file",
        "id pack audience contents_sha256 page_map first_page pages size sha256 built_at",
    ),
    "panel.QuarterlyReport": Entry(
        Kept.PERMANENT,
        "requested_by approved_by issued_by",
        "id public_id kind year quarter_number version change_note meeting_on agenda_item as_at exemption periods "
        "state requested_at attempts nudged_at lease_until progress_done progress_total progress_text failure built_at "
        "approved_at issued_at",
    ),
    "panel.Edition": Entry(
        Kept.PERMANENT,
        "contents file",
        "id report audience contents_sha256 template_version pages size sha256 built_at",
    ),
}
